<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
 <context>
  <name>AddLaptop</name>
  <message>
   <source>Add a laptop</source>
   <translation>Añadir un portátil</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copiar</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Invitation to {circle}</source>
   <translation>Invitación a {circle}</translation>
  </message>
  <message>
   <source>It serves one laptop, for seven days. Whoever holds it can join: send it to that person alone.</source>
   <translation>Sirve para un solo portátil, durante siete días. Quien la tenga puede unirse: envíela solo a esa persona.</translation>
  </message>
  <message>
   <source>It works once this laptop has shared with the hub, or over a stick that this laptop has written.</source>
   <translation>Funciona en cuanto este portátil haya compartido con el nodo, o por una memoria que este portátil haya escrito.</translation>
  </message>
  <message>
   <source>Make the invitation</source>
   <translation>Crear la invitación</translation>
  </message>
  <message>
   <source>Only look</source>
   <translation>Solo mirar</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Imprimir…</translation>
  </message>
  <message>
   <source>Record exchanges, people and meetups</source>
   <translation>Anotar intercambios, personas y encuentros</translation>
  </message>
  <message>
   <source>Run the circle, and invite others</source>
   <translation>Llevar el círculo e invitar a otros</translation>
  </message>
  <message>
   <source>The invitation as a QR code</source>
   <translation>La invitación como código QR</translation>
  </message>
  <message>
   <source>The invitation as text</source>
   <translation>La invitación como texto</translation>
  </message>
  <message>
   <source>What may the new laptop do?</source>
   <translation>¿Qué puede hacer el portátil nuevo?</translation>
  </message>
 </context>
 <context>
  <name>AddMember</name>
  <message>
   <source>Add a member</source>
   <translation>Añadir un miembro</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Añadir miembro</translation>
  </message>
  <message>
   <source>Several skills or languages: put commas between them.</source>
   <translation>Varios saberes o idiomas: sepárelos con comas.</translation>
  </message>
  <message>
   <source>They agreed that the circle keeps these details</source>
   <translation>La persona acepta que el círculo guarde estos datos</translation>
  </message>
  <message>
   <source>{name} added</source>
   <translation>{name}: añadido</translation>
  </message>
 </context>
 <context>
  <name>AroundTable</name>
  <message>
   <source>Asks</source>
   <translation>Pide</translation>
  </message>
  <message>
   <source>Circle</source>
   <translation>Círculo</translation>
  </message>
  <message>
   <source>Circles around us</source>
   <translation>Los círculos a nuestro alrededor</translation>
  </message>
  <message>
   <source>Join a hub</source>
   <translation>Unirse a un nodo</translation>
  </message>
  <message>
   <source>No other circle heard of yet</source>
   <translation>Todavía no se sabe de otros círculos</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Ofrece</translation>
  </message>
  <message>
   <source>Plans</source>
   <translation>Prepara</translation>
  </message>
  <message>
   <source>Through a hub, the circles of a region see what the others offer, also without a network later.</source>
   <translation>A través de un nodo, los círculos de una región ven lo que ofrecen los demás, también sin red después.</translation>
  </message>
 </context>
 <context>
  <name>Aside</name>
  <message>
   <source>It is saved. Give the file to an organizer.</source>
   <translation>Está guardado. Entregue el archivo a una persona que lleva el círculo.</translation>
  </message>
  <message>
   <source>Open invitations…</source>
   <translation>Invitaciones abiertas…</translation>
  </message>
  <message>
   <source>Save what was not shared</source>
   <translation>Guardar lo que no se compartió</translation>
  </message>
  <message>
   <source>Save what was not shared…</source>
   <translation>Guardar lo que no se compartió…</translation>
  </message>
  <message>
   <source>Set aside from {name}…</source>
   <translation>Apartado de {name}…</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Memorias (*.bundle)</translation>
  </message>
 </context>
 <context>
  <name>AskPassphrase</name>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase secreta</translation>
  </message>
  <message>
   <source>Type its passphrase to open it.</source>
   <translation>Escriba su frase secreta para abrirlo.</translation>
  </message>
  <message>
   <source>{circle} is locked</source>
   <translation>{circle} está bloqueado</translation>
  </message>
 </context>
 <context>
  <name>Attendance</name>
  <message numerus="yes">
   <source>%n came to {title}.</source>
   <translation>
    <numerusform>%n persona vino a {title}.</numerusform>
    <numerusform>%n personas vinieron a {title}.</numerusform>
   </translation>
  </message>
  <message>
   <source>A former member</source>
   <translation>Un antiguo miembro</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>First letters of a name, a guest’s name, or a number: then Enter</source>
   <translation>Primeras letras de un nombre, nombre de una persona invitada o un número, y Entrar</translation>
  </message>
  <message>
   <source>First name of a guest</source>
   <translation>Nombre de pila de una persona invitada</translation>
  </message>
  <message>
   <source>First name of a guest, then Enter</source>
   <translation>Nombre de pila de una persona invitada y Entrar</translation>
  </message>
  <message>
   <source>In the list: Space came, N did not come, Delete takes the mark back. Enter in the empty field ends.</source>
   <translation>En la lista: Espacio vino, N no vino, Supr quita la marca. Entrar en el campo vacío termina.</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personas</translation>
  </message>
  <message>
   <source>People without a name</source>
   <translation>Personas sin nombre</translation>
  </message>
  <message>
   <source>Who came?</source>
   <translation>¿Quién vino?</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} está aquí.</translation>
  </message>
  <message>
   <source>{name} is not here.</source>
   <translation>{name} no está.</translation>
  </message>
  <message>
   <source>{title}: nobody noted yet.</source>
   <translation>{title}: todavía no hay nadie anotado.</translation>
  </message>
 </context>
 <context>
  <name>AttendanceModel</name>
  <message numerus="yes">
   <source>%n people without a name</source>
   <translation>
    <numerusform>%n persona sin nombre</numerusform>
    <numerusform>%n personas sin nombre</numerusform>
   </translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Vino</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Said</source>
   <translation>Dijo</translation>
  </message>
  <message>
   <source>{name} (guest)</source>
   <translation>{name} (invitado)</translation>
  </message>
  <message>
   <source>{name}: a guest who is not in the list</source>
   <translation>{name}: persona invitada que no está en la lista</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Member since {month}</source>
   <translation>Miembro desde {month}</translation>
  </message>
  <message>
   <source>Number {number}</source>
   <translation>Número {number}</translation>
  </message>
 </context>
 <context>
  <name>CharterCard</name>
  <message>
   <source>Charter changed</source>
   <translation>Carta cambiada</translation>
  </message>
  <message>
   <source>Nothing is written yet. A laptop that may run the circle can.</source>
   <translation>Aún no hay nada escrito. Puede hacerlo un portátil que puede llevar el círculo.</translation>
  </message>
  <message>
   <source>Our charter</source>
   <translation>Nuestra carta</translation>
  </message>
 </context>
 <context>
  <name>CircleAround</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>What {circle} shows</source>
   <translation>Lo que muestra {circle}</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <source>As they were at first</source>
   <translation>Como estaban al principio</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Columnas</translation>
  </message>
 </context>
 <context>
  <name>CommunityPage</name>
  <message numerus="yes">
   <source>%n active member(s)</source>
   <translation>
    <numerusform>%n persona activa</numerusform>
    <numerusform>%n personas activas</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a place</source>
   <translation>Añadir un lugar</translation>
  </message>
  <message>
   <source>Community</source>
   <translation>Comunidad</translation>
  </message>
 </context>
 <context>
  <name>Consents</name>
  <message>
   <source>Consents kept</source>
   <translation>Consentimientos anotados</translation>
  </message>
  <message>
   <source>Keep this</source>
   <translation>Guardar esto</translation>
  </message>
  <message>
   <source>What {name} agreed to</source>
   <translation>Consentimientos de {name}</translation>
  </message>
 </context>
 <context>
  <name>Dialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>What you typed is not saved. Once more Cancel or Escape throws it away.</source>
   <translation>Lo que ha escrito no se ha guardado. Pulse otra vez Cancelar o Esc para descartarlo.</translation>
  </message>
 </context>
 <context>
  <name>Dossier</name>
  <message>
   <source>As of {day}</source>
   <translation>A {day}</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historial</translation>
  </message>
  <message>
   <source>Hour balance</source>
   <translation>Saldo de horas</translation>
  </message>
  <message>
   <source>Mentioned elsewhere</source>
   <translation>Menciones en otros lugares</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Removed, but kept in the journal</source>
   <translation>Eliminado, pero conservado en el diario</translation>
  </message>
  <message>
   <source>What {circle} holds on {name}</source>
   <translation>Lo que {circle} guarda sobre {name}</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
 </context>
 <context>
  <name>DoubleCards</name>
  <message numerus="yes">
   <source>%n exchange(s) probably recorded twice</source>
   <translation>
    <numerusform>%n intercambio anotado probablemente dos veces</numerusform>
    <numerusform>%n intercambios anotados probablemente dos veces</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member(s) probably here twice</source>
   <translation>
    <numerusform>%n miembro probablemente repetido</numerusform>
    <numerusform>%n miembros probablemente repetidos</numerusform>
   </translation>
  </message>
  <message>
   <source>Both stay</source>
   <translation>Se quedan los dos</translation>
  </message>
  <message>
   <source>Different</source>
   <translation>Distintos</translation>
  </message>
  <message>
   <source>Is this the same exchange? {provider} gave {receiver} {hours} on {day}, and {other_hours}.</source>
   <translation>¿Es el mismo intercambio? {provider} dio {hours} a {receiver} el {day}, y {other_hours}.</translation>
  </message>
  <message>
   <source>Is {one} the same person as {other}?</source>
   <translation>¿{one} y {other} son la misma persona?</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Unidos</translation>
  </message>
  <message>
   <source>Same</source>
   <translation>El mismo</translation>
  </message>
  <message>
   <source>Settled. The other laptops follow once they share.</source>
   <translation>Resuelto. Los demás portátiles lo sabrán cuando compartan.</translation>
  </message>
  <message>
   <source>Take everything of {laptop}</source>
   <translation>Tomar todo lo de {laptop}</translation>
  </message>
  <message>
   <source>The later one is gone</source>
   <translation>Se ha retirado el posterior</translation>
  </message>
  <message>
   <source>nearly the same name</source>
   <translation>casi el mismo nombre</translation>
  </message>
  <message>
   <source>the other laptop</source>
   <translation>el otro portátil</translation>
  </message>
  <message>
   <source>the same e-mail</source>
   <translation>el mismo correo electrónico</translation>
  </message>
  <message>
   <source>the same phone</source>
   <translation>el mismo teléfono</translation>
  </message>
 </context>
 <context>
  <name>EraseMember</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>Borrar</translation>
  </message>
  <message>
   <source>Erase everything about {name}?</source>
   <translation>¿Borrar todo lo relativo a {name}?</translation>
  </message>
  <message>
   <source>Erased. Other laptops follow when they share.</source>
   <translation>Borrado. Los demás portátiles lo harán cuando compartan.</translation>
  </message>
  <message>
   <source>It is done as soon as this laptop has shared with the hub.</source>
   <translation>Se hará en cuanto este portátil haya compartido con el nodo.</translation>
  </message>
  <message>
   <source>Name, contact, notes, consents and listings go from this laptop, from the hub and from every other laptop as soon as it shares, also out of the history. Hours and attendance stay as figures without a name. This cannot be undone.</source>
   <translation>El nombre, los contactos, las notas, los consentimientos y los anuncios desaparecen de este portátil, del nodo y de cada uno de los demás portátiles en cuanto comparta, también del historial. Las horas y la asistencia quedan como cifras sin nombre. No se puede deshacer.</translation>
  </message>
  <message>
   <source>Please destroy these copies as well:</source>
   <translation>Destruya también estas copias:</translation>
  </message>
  <message>
   <source>Yes, erase {name} for good</source>
   <translation>Sí, borrar a {name} para siempre</translation>
  </message>
 </context>
 <context>
  <name>ExchangesPage</name>
  <message>
   <source>Add a request</source>
   <translation>Añadir una petición</translation>
  </message>
  <message>
   <source>Add an offer</source>
   <translation>Añadir una oferta</translation>
  </message>
  <message>
   <source>Exchanges</source>
   <translation>Intercambios</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Ofertas</translation>
  </message>
  <message>
   <source>Opening balances…</source>
   <translation>Saldos iniciales…</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Imprimir</translation>
  </message>
  <message>
   <source>Print the noticeboard sheet</source>
   <translation>Imprimir la hoja para el tablón</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Anotar un intercambio</translation>
  </message>
  <message>
   <source>Requests</source>
   <translation>Peticiones</translation>
  </message>
  <message>
   <source>Search exchanges</source>
   <translation>Buscar intercambios</translation>
  </message>
  <message>
   <source>Search names, topics and titles  (Ctrl+F)</source>
   <translation>Buscar nombres, temas y títulos  (Ctrl+F)</translation>
  </message>
 </context>
 <context>
  <name>Farewell</name>
  <message>
   <source>Backup</source>
   <translation>Copia de seguridad</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Exportación</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Impresión</translation>
  </message>
  <message>
   <source>Stick</source>
   <translation>Memoria USB</translation>
  </message>
 </context>
 <context>
  <name>Find</name>
  <message>
   <source>Do this now</source>
   <translation>Hacerlo ahora</translation>
  </message>
  <message>
   <source>Find</source>
   <translation>Buscar</translation>
  </message>
  <message>
   <source>Find a person, an offer, a meetup, or something to do</source>
   <translation>Buscar una persona, una oferta, un encuentro o algo que hacer</translation>
  </message>
  <message>
   <source>Nothing was found for “{words}”</source>
   <translation>No se encontró nada para «{words}»</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>Publicado</translation>
  </message>
  <message>
   <source>Try the first letters of a name</source>
   <translation>Pruebe con las primeras letras de un nombre</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Lo encontrado</translation>
  </message>
  <message>
   <source>{kind} of {circle}</source>
   <translation>{kind} de {circle}</translation>
  </message>
  <message>
   <source>↑ ↓ to choose, Enter to open, Esc to close</source>
   <translation>↑ ↓ para elegir, Intro para abrir, Esc para cerrar</translation>
  </message>
 </context>
 <context>
  <name>FirstRun</name>
  <message>
   <source>A circle made up for trying things out. Nothing you do there matters.</source>
   <translation>Un círculo inventado para probar. Nada de lo que haga en él cuenta.</translation>
  </message>
  <message>
   <source>Ask for a passphrase each time it is opened</source>
   <translation>Pedir una frase secreta cada vez que se abra</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Empezar</translation>
  </message>
  <message>
   <source>Begin a new circle</source>
   <translation>Empezar un círculo nuevo</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Elegir el archivo…</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Everything is kept encrypted on this laptop. Nothing leaves it until you share.</source>
   <translation>Todo se guarda cifrado en este portátil. Nada sale de él hasta que usted comparta.</translation>
  </message>
  <message>
   <source>File on a stick</source>
   <translation>Archivo en una memoria</translation>
  </message>
  <message>
   <source>File on a stick, where there is no network (may be left empty)</source>
   <translation>Archivo en una memoria, si no hay red (puede quedar vacío)</translation>
  </message>
  <message>
   <source>Get a circle back</source>
   <translation>Recuperar un círculo</translation>
  </message>
  <message>
   <source>How would you like to begin?</source>
   <translation>¿Cómo quiere empezar?</translation>
  </message>
  <message>
   <source>Invitation (it begins with learningcircles://join/)</source>
   <translation>Invitación (empieza por learningcircles://join/)</translation>
  </message>
  <message>
   <source>Join a circle</source>
   <translation>Unirse a un círculo</translation>
  </message>
  <message>
   <source>Look at the sample</source>
   <translation>Ver el ejemplo</translation>
  </message>
  <message>
   <source>Name of the circle</source>
   <translation>Nombre del círculo</translation>
  </message>
  <message>
   <source>Nobody can restore a forgotten passphrase.</source>
   <translation>Nadie puede recuperar una frase secreta olvidada.</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un momento…</translation>
  </message>
  <message>
   <source>Passphrase (at least 8 letters)</source>
   <translation>Frase secreta (al menos 8 letras)</translation>
  </message>
  <message>
   <source>Pictures and texts ({endings})</source>
   <translation>Imágenes y textos ({endings})</translation>
  </message>
  <message>
   <source>Take it from a picture or a file…</source>
   <translation>Tomarla de una imagen o un archivo…</translation>
  </message>
  <message>
   <source>The invitation</source>
   <translation>La invitación</translation>
  </message>
  <message>
   <source>The same once more</source>
   <translation>La misma otra vez</translation>
  </message>
  <message>
   <source>The two passphrases are not the same.</source>
   <translation>Las dos frases secretas no son iguales.</translation>
  </message>
  <message>
   <source>This laptop runs it. Others can join later.</source>
   <translation>Este portátil lo lleva. Otros podrán unirse después.</translation>
  </message>
  <message>
   <source>Welcome to Learning Circles</source>
   <translation>Le damos la bienvenida a Learning Circles</translation>
  </message>
  <message>
   <source>What this laptop is called</source>
   <translation>Nombre de este portátil</translation>
  </message>
  <message>
   <source>Which language would you like to use? It can be changed at any time.</source>
   <translation>¿Qué idioma quiere usar? Se puede cambiar en cualquier momento.</translation>
  </message>
  <message>
   <source>Who may open it?</source>
   <translation>¿Quién puede abrirlo?</translation>
  </message>
  <message>
   <source>You have an invitation from somebody who is in it.</source>
   <translation>Tiene una invitación de alguien que está en él.</translation>
  </message>
  <message>
   <source>You have its recovery sheet, or a backup.</source>
   <translation>Tiene su hoja de recuperación o una copia de seguridad.</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
  <message>
   <source>Your new circle</source>
   <translation>Su nuevo círculo</translation>
  </message>
  <message>
   <source>{label} is needed.</source>
   <translation>Falta: {label}.</translation>
  </message>
 </context>
 <context>
  <name>GetBack</name>
  <message>
   <source>A stick or a backup</source>
   <translation>Una memoria o una copia de seguridad</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Elegir el archivo…</translation>
  </message>
  <message>
   <source>Get a circle back</source>
   <translation>Recuperar un círculo</translation>
  </message>
  <message>
   <source>Its hub is gone too: this laptop runs the circle from now on</source>
   <translation>Su nodo también ha desaparecido: este portátil lleva el círculo desde ahora</translation>
  </message>
  <message>
   <source>Or a stick or backup that holds it</source>
   <translation>O una memoria o copia de seguridad que lo contiene</translation>
  </message>
  <message>
   <source>Pictures and texts ({endings})</source>
   <translation>Imágenes y textos ({endings})</translation>
  </message>
  <message>
   <source>Sticks and backups ({endings})</source>
   <translation>Memorias y copias de seguridad ({endings})</translation>
  </message>
  <message>
   <source>Take it from a picture or a file…</source>
   <translation>Tomarla de una foto o de un archivo…</translation>
  </message>
  <message>
   <source>The 24 words of its recovery sheet (a backup with a passphrase: the passphrase)</source>
   <translation>Las 24 palabras de su hoja de recuperación (copia con frase secreta: la frase)</translation>
  </message>
  <message>
   <source>The recovery sheet</source>
   <translation>La hoja de recuperación</translation>
  </message>
  <message>
   <source>What this laptop is called</source>
   <translation>Nombre de este portátil</translation>
  </message>
  <message>
   <source>Where its hub is, as printed on the sheet (empty if you took a picture)</source>
   <translation>Dónde está su nodo, como está impreso en la hoja (vacío si tomó una foto)</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
 </context>
 <context>
  <name>HistoryDialog</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>History of {name}</source>
   <translation>Historial de {name}</translation>
  </message>
 </context>
 <context>
  <name>HistoryModel</name>
  <message>
   <source>Removed</source>
   <translation>Quitado</translation>
  </message>
  <message>
   <source>Restored</source>
   <translation>Recuperado</translation>
  </message>
  <message>
   <source>{field} changed</source>
   <translation>{field}: cambiado</translation>
  </message>
  <message>
   <source>{field}: {word} added</source>
   <translation>{field}: {word} añadido</translation>
  </message>
  <message>
   <source>{field}: {word} taken out</source>
   <translation>{field}: {word} quitado</translation>
  </message>
 </context>
 <context>
  <name>ImportPeople</name>
  <message numerus="yes">
   <source>%n member(s) bring hours along. The circle’s pot balances them.</source>
   <translation>
    <numerusform>%n miembro trae horas. El fondo del círculo las compensa.</numerusform>
    <numerusform>%n miembros traen horas. El fondo del círculo las compensa.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member(s) imported</source>
   <translation>
    <numerusform>%n miembro importado</numerusform>
    <numerusform>%n miembros importados</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) are fine.</source>
   <translation>
    <numerusform>%n fila está bien.</numerusform>
    <numerusform>%n filas están bien.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) want a look: they stand first.</source>
   <translation>
    <numerusform>%n fila necesita una revisión: va primero.</numerusform>
    <numerusform>%n filas necesitan una revisión: van primero.</numerusform>
   </translation>
  </message>
  <message>
   <source>Columns left out: {columns}.</source>
   <translation>Columnas omitidas: {columns}.</translation>
  </message>
  <message>
   <source>Columns read: {columns}.</source>
   <translation>Columnas leídas: {columns}.</translation>
  </message>
  <message>
   <source>Enter takes a row or leaves it out.</source>
   <translation>Intro toma una fila o la deja fuera.</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message numerus="yes">
   <source>Import %n member(s)</source>
   <translation>
    <numerusform>Importar %n miembro</numerusform>
    <numerusform>Importar %n miembros</numerusform>
   </translation>
  </message>
  <message>
   <source>Import members</source>
   <translation>Importar miembros</translation>
  </message>
  <message>
   <source>Import {file}</source>
   <translation>Importar {file}</translation>
  </message>
  <message>
   <source>Lists ({endings})</source>
   <translation>Listas ({endings})</translation>
  </message>
  <message>
   <source>Rows of the file</source>
   <translation>Filas del archivo</translation>
  </message>
  <message>
   <source>This row cannot be taken: it has no name.</source>
   <translation>Esta fila no se puede tomar: no tiene nombre.</translation>
  </message>
 </context>
 <context>
  <name>Invitation</name>
  <message>
   <source>1. Install Learning Circles on the new laptop and open it.</source>
   <translation>1. Instale Learning Circles en el nuevo portátil y ábralo.</translation>
  </message>
  <message>
   <source>2. Choose “Join a circle”.</source>
   <translation>2. Elija «Unirse a un círculo».</translation>
  </message>
  <message>
   <source>3. Type or paste the letters below, or choose a picture of the code.</source>
   <translation>3. Escriba o pegue las letras de abajo, o elija una foto del código.</translation>
  </message>
  <message>
   <source>Join {circle}</source>
   <translation>Unirse a {circle}</translation>
  </message>
 </context>
 <context>
  <name>InvitationsDialog</name>
  <message>
   <source>Cancel it</source>
   <translation>Anularla</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>May only look</source>
   <translation>Solo puede mirar</translation>
  </message>
  <message>
   <source>May record</source>
   <translation>Puede anotar</translation>
  </message>
  <message>
   <source>May run the circle</source>
   <translation>Puede llevar el círculo</translation>
  </message>
  <message>
   <source>No invitation is open.</source>
   <translation>No hay ninguna invitación abierta.</translation>
  </message>
  <message>
   <source>Open invitations</source>
   <translation>Invitaciones abiertas</translation>
  </message>
  <message>
   <source>{used} of {uses} used, until {day}</source>
   <translation>{used} de {uses} usadas, hasta el {day}</translation>
  </message>
 </context>
 <context>
  <name>JoinHub</name>
  <message>
   <source>Join</source>
   <translation>Unirse</translation>
  </message>
  <message>
   <source>Join a hub</source>
   <translation>Unirse a un nodo</translation>
  </message>
  <message>
   <source>The hub keeps what this circle writes in sealed form and cannot read it. Only what the circle chooses to publish, such as an offer for everybody, can be read there.</source>
   <translation>El nodo guarda sellado lo que este círculo escribe y no puede leerlo. Solo lo que el círculo decide publicar, como una oferta para todos, se puede leer allí.</translation>
  </message>
  <message>
   <source>The steward’s code</source>
   <translation>El código del encargado</translation>
  </message>
  <message>
   <source>This circle shares through {hub} now. With this code it moves to {other}, and leaves the first one. Press again if that is meant.</source>
   <translation>Este círculo comparte ahora a través de {hub}. Con este código se muda a {other} y deja el primero. Pulse otra vez si es lo que quiere.</translation>
  </message>
 </context>
 <context>
  <name>LaptopDialog</name>
  <message>
   <source>A laptop</source>
   <translation>Un portátil</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>This laptop may only look</source>
   <translation>Este portátil solo puede mirar</translation>
  </message>
  <message>
   <source>This laptop may record</source>
   <translation>Este portátil puede anotar</translation>
  </message>
  <message>
   <source>This laptop may run the circle</source>
   <translation>Este portátil puede llevar el círculo</translation>
  </message>
  <message>
   <source>What it is called</source>
   <translation>Cómo se llama</translation>
  </message>
 </context>
 <context>
  <name>LaptopsModel</name>
  <message>
   <source>Laptop</source>
   <translation>Portátil</translation>
  </message>
  <message>
   <source>Last heard of</source>
   <translation>Últimas noticias</translation>
  </message>
  <message>
   <source>Only looks</source>
   <translation>Solo mira</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Anota</translation>
  </message>
  <message>
   <source>Runs the circle</source>
   <translation>Lleva el círculo</translation>
  </message>
  <message>
   <source>Shut out</source>
   <translation>Excluido</translation>
  </message>
  <message>
   <source>What it may do</source>
   <translation>Qué puede hacer</translation>
  </message>
  <message>
   <source>{name} (this laptop)</source>
   <translation>{name} (este portátil)</translation>
  </message>
 </context>
 <context>
  <name>LearnedForm</name>
  <message>
   <source>Formal: for a certificate that others recognise. Non-formal: organised, as a course or a group is. Informal: in passing, in everyday life. All three count alike.</source>
   <translation>Formal: para un título reconocido por otros. No formal: organizado, como un curso o un grupo. Informal: de paso, en la vida diaria. Los tres valen lo mismo.</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Anotar</translation>
  </message>
  <message>
   <source>Note what somebody learned</source>
   <translation>Anotar lo que alguien ha aprendido</translation>
  </message>
  <message>
   <source>Noted: {name} learned {topic}</source>
   <translation>Anotado: {name} ha aprendido {topic}</translation>
  </message>
 </context>
 <context>
  <name>LearningPage</name>
  <message numerus="yes">
   <source>%n record(s)</source>
   <translation>
    <numerusform>%n aprendizaje</numerusform>
    <numerusform>%n aprendizajes</numerusform>
   </translation>
  </message>
  <message>
   <source>A course, a workshop, a hint over the fence: each counts, and takes a moment to note.</source>
   <translation>Un curso, un taller, un consejo de vecina: todo cuenta y se anota en un momento.</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>Todas las formas</translation>
  </message>
  <message>
   <source>Edit the chosen record</source>
   <translation>Editar el aprendizaje elegido</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Cómo</translation>
  </message>
  <message>
   <source>Learning</source>
   <translation>Aprender</translation>
  </message>
  <message>
   <source>Learning records</source>
   <translation>Aprendizajes</translation>
  </message>
  <message>
   <source>Note what somebody learned</source>
   <translation>Anotar lo que alguien ha aprendido</translation>
  </message>
  <message>
   <source>Nothing found</source>
   <translation>Nada encontrado</translation>
  </message>
  <message>
   <source>Nothing noted yet</source>
   <translation>Todavía no hay nada anotado</translation>
  </message>
  <message>
   <source>Recently removed</source>
   <translation>Quitados hace poco</translation>
  </message>
  <message>
   <source>Search names, topics, places  (Ctrl+F)</source>
   <translation>Buscar nombres, temas, lugares  (Ctrl+F)</translation>
  </message>
  <message>
   <source>Search what was learned</source>
   <translation>Buscar en los aprendizajes</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Tiempo</translation>
  </message>
  <message>
   <source>Try fewer letters.</source>
   <translation>Pruebe con menos letras.</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
  <message>
   <source>Which kind of learning</source>
   <translation>Qué forma de aprendizaje</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>{topic} removed</source>
   <translation>{topic} quitado</translation>
  </message>
 </context>
 <context>
  <name>LearningPane</name>
  <message>
   <source>Choose what somebody learned to see its details.</source>
   <translation>Elija un aprendizaje para ver sus detalles.</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Datos</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Editar</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Historial…</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Más</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Quitado</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Recuperar</translation>
  </message>
  <message>
   <source>Restored</source>
   <translation>Recuperado</translation>
  </message>
  <message>
   <source>Show the person</source>
   <translation>Ver a la persona</translation>
  </message>
 </context>
 <context>
  <name>LeaveCircle</name>
  <message>
   <source>I have a backup, or nobody needs to run the circle any more</source>
   <translation>Tengo una copia de seguridad, o ya nadie necesita llevar el círculo</translation>
  </message>
  <message>
   <source>I have a backup, or the circle may be lost for good</source>
   <translation>Tengo una copia de seguridad, o el círculo puede perderse para siempre</translation>
  </message>
  <message>
   <source>I have the recovery sheet at hand</source>
   <translation>Tengo a mano la hoja de recuperación</translation>
  </message>
  <message>
   <source>Its file and keys on this one are deleted, and nobody’s name stays behind. What waits is shared first.</source>
   <translation>Su archivo y sus claves en este portátil se borran, y no queda el nombre de nadie. Lo que espera se comparte antes.</translation>
  </message>
  <message>
   <source>Nobody can add a laptop or shut one out any more once it is removed here. Let another laptop run the circle, print the recovery sheet, or make a backup with a passphrase first.</source>
   <translation>Una vez quitado de aquí, ya nadie podrá añadir ni excluir un portátil. Antes, deje que otro portátil lleve el círculo, imprima la hoja de recuperación o haga una copia de seguridad con frase secreta.</translation>
  </message>
  <message>
   <source>Nobody can open the circle any more once it is removed here: what a hub or a stick keeps is sealed. Print the recovery sheet or make a backup with a passphrase first.</source>
   <translation>Una vez quitado de aquí, ya nadie podrá abrir el círculo: lo que guarda un nodo o una memoria está sellado. Antes, imprima la hoja de recuperación o haga una copia de seguridad con frase secreta.</translation>
  </message>
  <message>
   <source>Once it is removed here, only the recovery sheet brings that back, from the hub or a stick.</source>
   <translation>Una vez quitado de aquí, solo la hoja de recuperación lo devuelve, desde el nodo o una memoria.</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un momento…</translation>
  </message>
  <message>
   <source>Remove it</source>
   <translation>Quitarlo</translation>
  </message>
  <message>
   <source>Remove {circle} from this laptop?</source>
   <translation>¿Quitar {circle} de este portátil?</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Memorias (*.bundle)</translation>
  </message>
  <message>
   <source>The circle goes on on its other laptops.</source>
   <translation>El círculo sigue en sus otros portátiles.</translation>
  </message>
  <message>
   <source>The stick is written. The circle is still on this laptop.</source>
   <translation>La memoria está escrita. El círculo sigue en este portátil.</translation>
  </message>
  <message>
   <source>This is the circle’s only laptop.</source>
   <translation>Este es el único portátil del círculo.</translation>
  </message>
  <message>
   <source>This is the only laptop that runs the circle.</source>
   <translation>Este es el único portátil que lleva el círculo.</translation>
  </message>
  <message>
   <source>Write a stick</source>
   <translation>Escribir una memoria</translation>
  </message>
  <message>
   <source>Write what is here onto a stick first…</source>
   <translation>Escribir antes en una memoria lo que hay aquí…</translation>
  </message>
 </context>
 <context>
  <name>LeaveMember</name>
  <message numerus="yes">
   <source>%n answer(s) to coming meetups are taken back.</source>
   <translation>
    <numerusform>Se retira %n respuesta a un encuentro próximo.</numerusform>
    <numerusform>Se retiran %n respuestas a encuentros próximos.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consent(s) end today.</source>
   <translation>
    <numerusform>%n consentimiento termina hoy.</numerusform>
    <numerusform>%n consentimientos terminan hoy.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) nobody has confirmed are declined.</source>
   <translation>
    <numerusform>Se rechaza %n intercambio que nadie ha confirmado.</numerusform>
    <numerusform>Se rechazan %n intercambios que nadie ha confirmado.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) need another host.</source>
   <translation>
    <numerusform>%n encuentro necesita otro anfitrión.</numerusform>
    <numerusform>%n encuentros necesitan otro anfitrión.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open listing(s) are withdrawn.</source>
   <translation>
    <numerusform>Se retira %n anuncio abierto.</numerusform>
    <numerusform>Se retiran %n anuncios abiertos.</numerusform>
   </translation>
  </message>
  <message>
   <source>Everything is settled</source>
   <translation>Todo está resuelto</translation>
  </message>
  <message>
   <source>Leave the hours where they are</source>
   <translation>Dejar las horas donde están</translation>
  </message>
  <message>
   <source>Settle all of it</source>
   <translation>Resolverlo todo</translation>
  </message>
  <message>
   <source>Take the details off as well (anonymise)</source>
   <translation>Quitar también los datos (anonimizar)</translation>
  </message>
  <message>
   <source>There is nothing to settle.</source>
   <translation>No hay nada que resolver.</translation>
  </message>
  <message>
   <source>This is one step, and can be undone as one.</source>
   <translation>Es un solo paso, y se puede deshacer de una vez.</translation>
  </message>
  <message>
   <source>Who hosts their meetups from now on (may stay empty)</source>
   <translation>Quién acoge sus encuentros desde ahora (puede quedar vacío)</translation>
  </message>
  <message>
   <source>{hours} are given to the circle’s pot.</source>
   <translation>{hours} se donan al fondo del círculo.</translation>
  </message>
  <message>
   <source>{hours} that they owe are borne by the circle’s pot.</source>
   <translation>{hours} que debe las asume el fondo del círculo.</translation>
  </message>
  <message>
   <source>{name} leaves the circle</source>
   <translation>{name} deja el círculo</translation>
  </message>
 </context>
 <context>
  <name>ListActions</name>
  <message>
   <source>Columns of this list…</source>
   <translation>Columnas de esta lista…</translation>
  </message>
  <message>
   <source>There is no list on this page.</source>
   <translation>No hay ninguna lista en esta página.</translation>
  </message>
 </context>
 <context>
  <name>Listing</name>
  <message numerus="yes">
   <source>%n row(s)</source>
   <translation>
    <numerusform>%n fila</numerusform>
    <numerusform>%n filas</numerusform>
   </translation>
  </message>
  <message>
   <source>Page {number}</source>
   <translation>Página {number}</translation>
  </message>
  <message>
   <source>under {number}</source>
   <translation>menos de {number}</translation>
  </message>
 </context>
 <context>
  <name>ListingForm</name>
  <message>
   <source>Add a request</source>
   <translation>Añadir una petición</translation>
  </message>
  <message>
   <source>Add an offer</source>
   <translation>Añadir una oferta</translation>
  </message>
  <message>
   <source>Change a request</source>
   <translation>Cambiar una petición</translation>
  </message>
  <message>
   <source>Change an offer</source>
   <translation>Cambiar una oferta</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>{title} is saved</source>
   <translation>{title} se ha guardado</translation>
  </message>
 </context>
 <context>
  <name>ListingTable</name>
  <message>
   <source>Removed</source>
   <translation>Eliminado</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
 </context>
 <context>
  <name>Lists</name>
  <message numerus="yes">
   <source>%n row(s) are in {file}. Whoever has the file can read it.</source>
   <translation>
    <numerusform>%n fila está en {file}. Quien tenga el archivo puede leerlo.</numerusform>
    <numerusform>%n filas están en {file}. Quien tenga el archivo puede leerlo.</numerusform>
   </translation>
  </message>
  <message>
   <source>Address book (vCard)</source>
   <translation>Libreta de direcciones (vCard)</translation>
  </message>
  <message>
   <source>Calendar</source>
   <translation>Calendario</translation>
  </message>
  <message>
   <source>Everything, for programs</source>
   <translation>Todo, para programas</translation>
  </message>
  <message>
   <source>PDF, as the list is seen</source>
   <translation>PDF, la lista tal como se ve</translation>
  </message>
  <message>
   <source>Print this list…</source>
   <translation>Imprimir esta lista…</translation>
  </message>
  <message>
   <source>Print “{list}”</source>
   <translation>Imprimir «{list}»</translation>
  </message>
  <message>
   <source>Save this list as…</source>
   <translation>Guardar esta lista como…</translation>
  </message>
  <message>
   <source>Save “{list}” as</source>
   <translation>Guardar «{list}» como</translation>
  </message>
  <message>
   <source>Saving {file}</source>
   <translation>Guardando {file}</translation>
  </message>
  <message>
   <source>Spreadsheet</source>
   <translation>Hoja de cálculo</translation>
  </message>
  <message>
   <source>Table as text</source>
   <translation>Tabla de texto</translation>
  </message>
  <message>
   <source>Whoever finds the paper can read it.</source>
   <translation>Quien encuentre el papel puede leerlo.</translation>
  </message>
 </context>
 <context>
  <name>MeetupForm</name>
  <message>
   <source>Change a meetup</source>
   <translation>Cambiar un encuentro</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Planear un encuentro</translation>
  </message>
  <message>
   <source>Plan it</source>
   <translation>Planear</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>{title} changed</source>
   <translation>{title}: cambiado</translation>
  </message>
  <message>
   <source>{title} planned</source>
   <translation>{title}: planeado</translation>
  </message>
 </context>
 <context>
  <name>MeetupList</name>
  <message>
   <source>Came</source>
   <translation>Vinieron</translation>
  </message>
  <message>
   <source>Coming</source>
   <translation>Vendrán</translation>
  </message>
  <message>
   <source>Meetups</source>
   <translation>Encuentros</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>Search meetups by title and place</source>
   <translation>Buscar encuentros por título y lugar</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
 </context>
 <context>
  <name>MeetupPane</name>
  <message numerus="yes">
   <source>%n came</source>
   <translation>
    <numerusform>%n persona vino</numerusform>
    <numerusform>%n personas vinieron</numerusform>
   </translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Respuesta</translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>Suspender el encuentro</translation>
  </message>
  <message>
   <source>Called off</source>
   <translation>Suspendido</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Editar</translation>
  </message>
  <message>
   <source>Host: {name}</source>
   <translation>Anfitrión: {name}</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Anotar</translation>
  </message>
  <message>
   <source>Noted</source>
   <translation>Anotado</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>Cartel</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Hoja de asistencia</translation>
  </message>
  <message>
   <source>Somebody answers</source>
   <translation>Alguien responde</translation>
  </message>
  <message>
   <source>Who answers</source>
   <translation>Quién responde</translation>
  </message>
  <message>
   <source>Who came</source>
   <translation>Quién vino</translation>
  </message>
 </context>
 <context>
  <name>MeetupsPage</name>
  <message>
   <source>Days of the week</source>
   <translation>Días de la semana</translation>
  </message>
  <message>
   <source>Earlier</source>
   <translation>Antes</translation>
  </message>
  <message>
   <source>Go to today</source>
   <translation>Ir a hoy</translation>
  </message>
  <message>
   <source>How to look at meetups</source>
   <translation>Cómo ver los encuentros</translation>
  </message>
  <message>
   <source>Later</source>
   <translation>Después</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Lista</translation>
  </message>
  <message>
   <source>Meetups</source>
   <translation>Encuentros</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Mes</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Planear un encuentro</translation>
  </message>
  <message>
   <source>There is no meetup today.</source>
   <translation>Hoy no hay ningún encuentro.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Semana</translation>
  </message>
 </context>
 <context>
  <name>MemberPane</name>
  <message>
   <source>Choose somebody to see their details.</source>
   <translation>Elija a alguien para ver sus datos.</translation>
  </message>
  <message numerus="yes">
   <source>Consent expires in %n day(s)</source>
   <translation>
    <numerusform>El consentimiento termina en %n día</numerusform>
    <numerusform>El consentimiento termina en %n días</numerusform>
   </translation>
  </message>
  <message>
   <source>Consent has ended</source>
   <translation>El consentimiento ha terminado</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Contacto</translation>
  </message>
  <message>
   <source>Details</source>
   <translation>Datos</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Editar</translation>
  </message>
  <message>
   <source>Erase for good…</source>
   <translation>Borrar para siempre…</translation>
  </message>
  <message>
   <source>Everything held on them…</source>
   <translation>Todo lo que se guarda de esta persona…</translation>
  </message>
  <message>
   <source>Has learned</source>
   <translation>Ha aprendido</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Historial…</translation>
  </message>
  <message>
   <source>Hour balance</source>
   <translation>Saldo de horas</translation>
  </message>
  <message>
   <source>Languages</source>
   <translation>Idiomas</translation>
  </message>
  <message>
   <source>Leaves the circle…</source>
   <translation>Deja el círculo…</translation>
  </message>
  <message>
   <source>Member card…</source>
   <translation>Carné de miembro…</translation>
  </message>
  <message>
   <source>Member number</source>
   <translation>Número de miembro</translation>
  </message>
  <message>
   <source>Merge with…</source>
   <translation>Unir con…</translation>
  </message>
  <message>
   <source>Merged with</source>
   <translation>Unido con</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Más</translation>
  </message>
  <message>
   <source>Next meetup</source>
   <translation>Próximo encuentro</translation>
  </message>
  <message>
   <source>Note what they learned…</source>
   <translation>Anotar un aprendizaje…</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Ofrece</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Anotar un intercambio</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Quitado</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Recuperar</translation>
  </message>
  <message>
   <source>Restored</source>
   <translation>Recuperado</translation>
  </message>
  <message>
   <source>Statement of hours…</source>
   <translation>Extracto de horas…</translation>
  </message>
  <message>
   <source>Take apart</source>
   <translation>Separar</translation>
  </message>
  <message>
   <source>Taken apart</source>
   <translation>Separados</translation>
  </message>
  <message>
   <source>Under 18</source>
   <translation>Menor de 18</translation>
  </message>
  <message>
   <source>Under 18: note guardian and emergency contact</source>
   <translation>Menor de 18: anote tutor y contacto de emergencia</translation>
  </message>
  <message>
   <source>Wants to learn</source>
   <translation>Quiere aprender</translation>
  </message>
  <message>
   <source>What they agreed to…</source>
   <translation>Sus consentimientos…</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
  <message>
   <source>member since {month}</source>
   <translation>miembro desde {month}</translation>
  </message>
  <message>
   <source>{balance}  ({given} given, {received} received)</source>
   <translation>{balance}  ({given} dadas, {received} recibidas)</translation>
  </message>
  <message>
   <source>{field} of {name} was not changed. {sentence}</source>
   <translation>{field} de {name} no se ha cambiado. {sentence}</translation>
  </message>
 </context>
 <context>
  <name>MergeMember</name>
  <message>
   <source>Both records stay. They are shown as one, with what is missing in one taken from the other.</source>
   <translation>Las dos fichas se conservan. Se muestran como una sola; lo que falta en una se toma de la otra.</translation>
  </message>
  <message>
   <source>Merge</source>
   <translation>Unir</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Unidos</translation>
  </message>
  <message>
   <source>Who is the same person as {name}?</source>
   <translation>¿Quién es la misma persona que {name}?</translation>
  </message>
 </context>
 <context>
  <name>MonthDelegate</name>
  <message numerus="yes">
   <source>+%n more</source>
   <translation>
    <numerusform>+%n más</numerusform>
    <numerusform>+%n más</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Noticeboard</name>
  <message>
   <source>We look for</source>
   <translation>Buscamos</translation>
  </message>
  <message>
   <source>We offer</source>
   <translation>Ofrecemos</translation>
  </message>
 </context>
 <context>
  <name>OpeningBalances</name>
  <message numerus="yes">
   <source>%n more: search for them.</source>
   <translation>
    <numerusform>%n más: búsquelo.</numerusform>
    <numerusform>%n más: búsquelos.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n opening balance(s) brought in</source>
   <translation>
    <numerusform>%n saldo inicial añadido</numerusform>
    <numerusform>%n saldos iniciales añadidos</numerusform>
   </translation>
  </message>
  <message>
   <source>Bring them in</source>
   <translation>Añadirlos</translation>
  </message>
  <message>
   <source>Hours that {name} had before</source>
   <translation>Horas que {name} tenía antes</translation>
  </message>
  <message>
   <source>Opening balances</source>
   <translation>Saldos iniciales</translation>
  </message>
  <message>
   <source>Search members</source>
   <translation>Buscar miembros</translation>
  </message>
  <message>
   <source>Type somebody’s hours first.</source>
   <translation>Escriba antes las horas de alguien.</translation>
  </message>
  <message>
   <source>What members had before, in hours: 2:30 or 2.5, with a minus where they owe. It is added to what they have now, and the circle’s pot balances it.</source>
   <translation>Lo que los miembros tenían antes, en horas: 2:30 o 2,5, con un menos si deben. Se suma a lo que tienen ahora, y el fondo del círculo lo compensa.</translation>
  </message>
 </context>
 <context>
  <name>OthersItem</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
 </context>
 <context>
  <name>PeoplePage</name>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n persona</numerusform>
    <numerusform>%n personas</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a member</source>
   <translation>Añadir un miembro</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Añadir miembro</translation>
  </message>
  <message>
   <source>Add the first member by name. Everything else can wait.</source>
   <translation>Añada el primer miembro por su nombre. Lo demás puede esperar.</translation>
  </message>
  <message>
   <source>All, also those who left</source>
   <translation>Todos, también quienes se fueron</translation>
  </message>
  <message>
   <source>Edit the chosen member</source>
   <translation>Editar el miembro elegido</translation>
  </message>
  <message>
   <source>Everyone here</source>
   <translation>Todos los presentes</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Horas</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message>
   <source>Import members…</source>
   <translation>Importar miembros…</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>Miembros</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Neighbourhood</source>
   <translation>Barrio</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>Nadie encontrado</translation>
  </message>
  <message>
   <source>Nobody here yet</source>
   <translation>Aún no hay nadie</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Ofrece</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personas</translation>
  </message>
  <message>
   <source>Recently removed</source>
   <translation>Quitados hace poco</translation>
  </message>
  <message>
   <source>Search members</source>
   <translation>Buscar miembros</translation>
  </message>
  <message>
   <source>Search names, skills, neighbourhoods  (Ctrl+F)</source>
   <translation>Buscar nombres, saberes, barrios  (Ctrl+F)</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Try fewer letters.</source>
   <translation>Pruebe con menos letras.</translation>
  </message>
  <message>
   <source>Wants</source>
   <translation>Busca</translation>
  </message>
  <message>
   <source>Which members</source>
   <translation>Qué miembros</translation>
  </message>
  <message>
   <source>{name} removed</source>
   <translation>{name}: quitado</translation>
  </message>
 </context>
 <context>
  <name>PickerEditor</name>
  <message>
   <source>Suggestions</source>
   <translation>Sugerencias</translation>
  </message>
 </context>
 <context>
  <name>PlaceForm</name>
  <message>
   <source>Add a place</source>
   <translation>Añadir un lugar</translation>
  </message>
  <message>
   <source>Change a place</source>
   <translation>Cambiar un lugar</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>{name} is saved</source>
   <translation>{name} se ha guardado</translation>
  </message>
 </context>
 <context>
  <name>PlaceTable</name>
  <message>
   <source>Add a place</source>
   <translation>Añadir un lugar</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Dirección</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>No place yet</source>
   <translation>Todavía no hay lugares</translation>
  </message>
  <message>
   <source>Our places</source>
   <translation>Nuestros lugares</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Eliminado</translation>
  </message>
  <message>
   <source>Room for</source>
   <translation>Aforo</translation>
  </message>
  <message>
   <source>Where do you meet? A hall, a kitchen, a bench under a tree.</source>
   <translation>¿Dónde se reúnen? Una sala, una cocina, un banco bajo un árbol.</translation>
  </message>
 </context>
 <context>
  <name>Poster</name>
  <message>
   <source>Everybody teaches something and everybody learns. You need not be a member to come.</source>
   <translation>Todo el mundo enseña algo y todo el mundo aprende. Puede venir sin ser miembro.</translation>
  </message>
  <message>
   <source>More and other dates: {address}</source>
   <translation>Más información y otras fechas: {address}</translation>
  </message>
  <message>
   <source>The code puts the date into your telephone’s calendar.</source>
   <translation>El código apunta la fecha en el calendario de su teléfono.</translation>
  </message>
  <message>
   <source>With {name}</source>
   <translation>Con {name}</translation>
  </message>
 </context>
 <context>
  <name>PreviewModel</name>
  <message>
   <source>Also read</source>
   <translation>También leído</translation>
  </message>
  <message>
   <source>Look at this</source>
   <translation>Revise esto</translation>
  </message>
  <message>
   <source>Looks like row {number}.</source>
   <translation>Se parece a la fila {number}.</translation>
  </message>
  <message>
   <source>Looks like somebody who is here already.</source>
   <translation>Se parece a alguien que ya está aquí.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Fila</translation>
  </message>
 </context>
 <context>
  <name>PrintPreview</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>It is on its way to the printer.</source>
   <translation>Va camino de la impresora.</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>Página {number} de {pages}</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papel</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Imprimir…</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Guardar como PDF</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Guardar como PDF…</translation>
  </message>
  <message>
   <source>The PDF is written. Whoever has the file can read it.</source>
   <translation>El PDF está escrito. Quien tenga el archivo puede leerlo.</translation>
  </message>
  <message>
   <source>These are the first pages; print and file hold all of them.</source>
   <translation>Estas son las primeras páginas; la impresión y el archivo las contienen todas.</translation>
  </message>
 </context>
 <context>
  <name>ReachEditor</name>
  <message>
   <source>Everybody, on the web too</source>
   <translation>Todo el mundo, también en la web</translation>
  </message>
  <message>
   <source>Only this circle</source>
   <translation>Solo este círculo</translation>
  </message>
  <message>
   <source>The circles of the region</source>
   <translation>Los círculos de la región</translation>
  </message>
 </context>
 <context>
  <name>RecoverySheet</name>
  <message>
   <source>1. Install Learning Circles on a laptop and open it.</source>
   <translation>1. Instale Learning Circles en un portátil y ábralo.</translation>
  </message>
  <message>
   <source>2. Choose “Get a circle back”.</source>
   <translation>2. Elija «Recuperar un círculo».</translation>
  </message>
  <message>
   <source>3. Type the 24 words, or choose a picture of the code.</source>
   <translation>3. Escriba las 24 palabras, o elija una foto del código.</translation>
  </message>
  <message>
   <source>4. Say where the records are: at the hub, or on a stick.</source>
   <translation>4. Diga dónde están los datos: en el nodo o en una memoria.</translation>
  </message>
  <message>
   <source>Hub: {address}</source>
   <translation>Nodo: {address}</translation>
  </message>
  <message>
   <source>Printed on {day}. An older sheet of this circle opens nothing any more.</source>
   <translation>Impresa el {day}. Una hoja más antigua de este círculo ya no abre nada.</translation>
  </message>
  <message>
   <source>Recovery sheet of {circle}</source>
   <translation>Hoja de recuperación de {circle}</translation>
  </message>
  <message>
   <source>To get the circle back</source>
   <translation>Para recuperar el círculo</translation>
  </message>
  <message>
   <source>With these words the circle can be opened again when its laptop is lost, stolen or broken. Whoever has them can read everything in the circle. Keep this sheet where you keep your papers, and show it to nobody.</source>
   <translation>Con estas palabras, el círculo puede abrirse de nuevo si su portátil se pierde, lo roban o se rompe. Quien las tenga puede leer todo el círculo. Guarde esta hoja con sus papeles y no se la enseñe a nadie.</translation>
  </message>
  <message>
   <source>none when this sheet was printed</source>
   <translation>ninguno al imprimir esta hoja</translation>
  </message>
 </context>
 <context>
  <name>RescueDialog</name>
  <message>
   <source>One moment…</source>
   <translation>Un momento…</translation>
  </message>
  <message>
   <source>Set aside from {name}</source>
   <translation>Apartado de {name}</translation>
  </message>
  <message>
   <source>Take it in</source>
   <translation>Recogerlo</translation>
  </message>
  <message>
   <source>This laptop was shut out, or came too late. What it wrote does not count until you take it in.</source>
   <translation>Este portátil fue excluido o llegó demasiado tarde. Lo que escribió no cuenta hasta que usted lo recoja.</translation>
  </message>
  <message>
   <source>changed since, stays as it is</source>
   <translation>cambiado desde entonces, se queda como está</translation>
  </message>
  <message>
   <source>… and {count} more</source>
   <translation>… y {count} más</translation>
  </message>
 </context>
 <context>
  <name>Review</name>
  <message>
   <source>Two laptops changed {name}: {field}. Kept “{kept}” ({laptop}, {kept_when}). The other is “{other}” ({other_laptop}, {when}).</source>
   <translation>Dos portátiles han cambiado {name}: {field}. Se conserva «{kept}» ({laptop}, {kept_when}). El otro valor es «{other}» ({other_laptop}, {when}).</translation>
  </message>
  <message>
   <source>kept</source>
   <translation>mantenido</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>nada</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>quitado</translation>
  </message>
  <message>
   <source>{name} was removed on one laptop and changed on another ({laptop}, {when}). Now: {kept}.</source>
   <translation>{name} se quitó en un portátil y se cambió en otro ({laptop}, {when}). Ahora: {kept}.</translation>
  </message>
 </context>
 <context>
  <name>Safety</name>
  <message>
   <source>A sealed backup is made every day. It lies in {folder}.</source>
   <translation>Cada día se hace una copia de seguridad sellada. Está en {folder}.</translation>
  </message>
  <message>
   <source>Choose another folder…</source>
   <translation>Elegir otra carpeta…</translation>
  </message>
  <message>
   <source>If this laptop is lost</source>
   <translation>Si se pierde este portátil</translation>
  </message>
  <message>
   <source>It works once this laptop has shared with the hub.</source>
   <translation>Servirá en cuanto este portátil haya compartido con el nodo.</translation>
  </message>
  <message>
   <source>Make a new one</source>
   <translation>Hacer una nueva</translation>
  </message>
  <message>
   <source>Print a new recovery sheet?</source>
   <translation>¿Imprimir una nueva hoja de recuperación?</translation>
  </message>
  <message>
   <source>Print it now, or save it on a stick: its words are kept nowhere else.</source>
   <translation>Imprímala ahora o guárdela en una memoria: sus palabras no se guardan en ningún otro sitio.</translation>
  </message>
  <message>
   <source>Print the recovery sheet…</source>
   <translation>Imprimir la hoja de recuperación…</translation>
  </message>
  <message>
   <source>Recovery sheet</source>
   <translation>Hoja de recuperación</translation>
  </message>
  <message>
   <source>The last one: {day}.</source>
   <translation>La última: {day}.</translation>
  </message>
  <message>
   <source>The recovery sheet works once this laptop has shared with the hub.</source>
   <translation>La hoja de recuperación servirá en cuanto este portátil haya compartido con el nodo.</translation>
  </message>
  <message>
   <source>The sheet that was printed before opens nothing any more from then on. Tear it up.</source>
   <translation>La hoja impresa antes ya no abrirá nada desde entonces. Rómpala.</translation>
  </message>
  <message>
   <source>There is a recovery sheet. Keep it with your papers.</source>
   <translation>Hay una hoja de recuperación. Guárdela con sus papeles.</translation>
  </message>
  <message>
   <source>There is no recovery sheet yet. It brings the circle back when its laptops are gone.</source>
   <translation>Todavía no hay hoja de recuperación. Permite recuperar el círculo cuando sus portátiles ya no están.</translation>
  </message>
  <message>
   <source>Where the daily backups go</source>
   <translation>Dónde van las copias de seguridad diarias</translation>
  </message>
  <message>
   <source>Write a backup…</source>
   <translation>Escribir una copia de seguridad…</translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Clear the search</source>
   <translation>Borrar la búsqueda</translation>
  </message>
 </context>
 <context>
  <name>SectorsCard</name>
  <message numerus="yes">
   <source>%n active member(s) without a sector</source>
   <translation>
    <numerusform>%n persona activa sin sector</numerusform>
    <numerusform>%n personas activas sin sector</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n persona</numerusform>
    <numerusform>%n personas</numerusform>
   </translation>
  </message>
  <message>
   <source>Five sectors at one table</source>
   <translation>Cinco sectores en una mesa</translation>
  </message>
  <message>
   <source>Nobody yet. A club, a choir, a charity: whom could you ask?</source>
   <translation>Nadie aún. Un club, un coro, una asociación: ¿a quién podrían preguntar?</translation>
  </message>
  <message>
   <source>Nobody yet. A school, a teacher, a college: whom could you ask?</source>
   <translation>Nadie aún. Una escuela, una maestra, un instituto: ¿a quién podrían preguntar?</translation>
  </message>
  <message>
   <source>Nobody yet. A shop, a workshop, a farm: whom could you ask?</source>
   <translation>Nadie aún. Una tienda, un taller, una granja: ¿a quién podrían preguntar?</translation>
  </message>
  <message>
   <source>Nobody yet. A tenants’ group, a councillor: whom could you ask?</source>
   <translation>Nadie aún. Una asociación vecinal, un concejal: ¿a quién podrían preguntar?</translation>
  </message>
  <message>
   <source>Nobody yet. The library, the town hall: whom could you ask?</source>
   <translation>Nadie aún. La biblioteca, el ayuntamiento: ¿a quién podrían preguntar?</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>About</source>
   <translation>Acerca de</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>Siempre</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Como el sistema</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Colores</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Oscuro</translation>
  </message>
  <message>
   <source>Do not look for them</source>
   <translation>No buscarlos</translation>
  </message>
  <message>
   <source>Everybody, on the web</source>
   <translation>Todo el mundo, en la web</translation>
  </message>
  <message>
   <source>Find them and share</source>
   <translation>Encontrarlos y compartir</translation>
  </message>
  <message>
   <source>Icons: Tabler (MIT). Typeface: Inter (SIL Open Font License 1.1).</source>
   <translation>Iconos: Tabler (MIT). Tipografía: Inter (SIL Open Font License 1.1).</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Laptops beside this one</source>
   <translation>Portátiles al lado de este</translation>
  </message>
  <message>
   <source>Learning Circles {version}</source>
   <translation>Learning Circles {version}</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Claro</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Nadie</translation>
  </message>
  <message>
   <source>Not where the connection costs by volume</source>
   <translation>No si la conexión se paga por volumen</translation>
  </message>
  <message>
   <source>On this laptop</source>
   <translation>En este portátil</translation>
  </message>
  <message>
   <source>Only a laptop that may run the circle can change this.</source>
   <translation>Solo un portátil que puede llevar el círculo puede cambiar esto.</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Ajustes</translation>
  </message>
  <message>
   <source>Settings changed</source>
   <translation>Ajustes cambiados</translation>
  </message>
  <message>
   <source>Share by itself</source>
   <translation>Compartir por sí solo</translation>
  </message>
  <message>
   <source>Sharing</source>
   <translation>Compartir</translation>
  </message>
  <message>
   <source>Size of text</source>
   <translation>Tamaño del texto</translation>
  </message>
  <message>
   <source>The region’s circles</source>
   <translation>Los círculos de la región</translation>
  </message>
  <message>
   <source>What others see</source>
   <translation>Lo que ven los demás</translation>
  </message>
  <message>
   <source>When I press the button</source>
   <translation>Cuando pulse el botón</translation>
  </message>
  <message>
   <source>Who may see monthly figures</source>
   <translation>Quién puede ver las cifras del mes</translation>
  </message>
 </context>
 <context>
  <name>SharePage</name>
  <message numerus="yes">
   <source>%n change(s) are on no other laptop yet, as far as this one knows. A stick takes them along; once it is back from where it was read, read it here as well.</source>
   <translation>
    <numerusform>%n cambio no está aún en ningún otro portátil, que este sepa. Una memoria lo lleva; cuando vuelva de donde se leyó, léala aquí también.</numerusform>
    <numerusform>%n cambios no están aún en ningún otro portátil, que este sepa. Una memoria los lleva; cuando vuelva de donde se leyó, léala aquí también.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) wait for a connection.</source>
   <translation>
    <numerusform>%n cambio espera una conexión.</numerusform>
    <numerusform>%n cambios esperan una conexión.</numerusform>
   </translation>
  </message>
  <message>
   <source>A USB stick</source>
   <translation>Una memoria USB</translation>
  </message>
  <message>
   <source>A laptop beside me</source>
   <translation>Un portátil a mi lado</translation>
  </message>
  <message>
   <source>A stick shows no more than the hub sees. Anybody’s laptop may carry it.</source>
   <translation>Una memoria no muestra más de lo que ve el nodo. Cualquier portátil puede llevarla.</translation>
  </message>
  <message>
   <source>Add a laptop</source>
   <translation>Añadir un portátil</translation>
  </message>
  <message>
   <source>Everything is shared.</source>
   <translation>Todo está compartido.</translation>
  </message>
  <message>
   <source>It gets nothing new from now on, and what it writes no longer counts. What it holds stays on it.</source>
   <translation>Desde ahora no recibe nada nuevo, y lo que escriba ya no cuenta. Lo que contiene queda en él.</translation>
  </message>
  <message>
   <source>Join a hub…</source>
   <translation>Unirse a un nodo…</translation>
  </message>
  <message>
   <source>Last shared {when}.</source>
   <translation>Compartido por última vez {when}.</translation>
  </message>
  <message>
   <source>Name and rights…</source>
   <translation>Nombre y permisos…</translation>
  </message>
  <message>
   <source>On the same Wi-Fi or cable, laptops of this circle find each other. No internet is needed.</source>
   <translation>En la misma Wi-Fi o cable, los portátiles de este círculo se encuentran. No hace falta internet.</translation>
  </message>
  <message>
   <source>Read a stick</source>
   <translation>Leer una memoria</translation>
  </message>
  <message>
   <source>Read a stick…</source>
   <translation>Leer una memoria…</translation>
  </message>
  <message>
   <source>Remove this circle from this laptop…</source>
   <translation>Quitar este círculo de este portátil…</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Compartir</translation>
  </message>
  <message>
   <source>Share now</source>
   <translation>Compartir ahora</translation>
  </message>
  <message>
   <source>Share with it</source>
   <translation>Compartir con él</translation>
  </message>
  <message>
   <source>Shut it out</source>
   <translation>Excluirlo</translation>
  </message>
  <message>
   <source>Shut this laptop out…</source>
   <translation>Excluir este portátil…</translation>
  </message>
  <message>
   <source>Shut {name} out?</source>
   <translation>¿Excluir {name}?</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Memorias (*.bundle)</translation>
  </message>
  <message>
   <source>The circle’s laptops</source>
   <translation>Los portátiles del círculo</translation>
  </message>
  <message>
   <source>The regional hub</source>
   <translation>El nodo regional</translation>
  </message>
  <message>
   <source>The stick held nothing new.</source>
   <translation>La memoria no traía nada nuevo.</translation>
  </message>
  <message>
   <source>The stick is written. You can take it out.</source>
   <translation>La memoria está escrita. Puede sacarla.</translation>
  </message>
  <message>
   <source>This circle has no hub yet. Ask a hub’s steward for a code.</source>
   <translation>Este círculo aún no tiene nodo. Pida un código al encargado de un nodo.</translation>
  </message>
  <message>
   <source>What the stick brought is here now.</source>
   <translation>Lo que traía la memoria ya está aquí.</translation>
  </message>
  <message>
   <source>Without a network: write the circle onto a stick, and read it on another laptop.</source>
   <translation>Sin red: escriba el círculo en una memoria y léala en otro portátil.</translation>
  </message>
  <message>
   <source>Write a stick</source>
   <translation>Escribir una memoria</translation>
  </message>
  <message>
   <source>Write a stick…</source>
   <translation>Escribir una memoria…</translation>
  </message>
 </context>
 <context>
  <name>Sheets</name>
  <message>
   <source>Member cards</source>
   <translation>Carnés de miembro</translation>
  </message>
  <message>
   <source>Noticeboard sheet</source>
   <translation>Hoja para el tablón</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>Cartel</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Hoja de asistencia</translation>
  </message>
  <message>
   <source>Statement of hours</source>
   <translation>Extracto de horas</translation>
  </message>
  <message>
   <source>The hub’s page has no certificate that telephones trust, so its address is not printed.</source>
   <translation>La página del nodo no tiene un certificado en el que confíen los teléfonos, así que su dirección no se imprime.</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Ctrl+K finds every command by its name, also those without keys.</source>
   <translation>Ctrl+K encuentra cada orden por su nombre, también las que no tienen teclas.</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Atajos de teclado</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsModel</name>
  <message>
   <source>Keys</source>
   <translation>Teclas</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>Qué hace</translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message>
   <source>All menus</source>
   <translation>Todos los menús</translation>
  </message>
  <message>
   <source>All menus (F10)</source>
   <translation>Todos los menús (F10)</translation>
  </message>
  <message>
   <source>Circle: {name}</source>
   <translation>Círculo: {name}</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menú</translation>
  </message>
  <message>
   <source>Switch to another circle</source>
   <translation>Cambiar a otro círculo</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>Here</source>
   <translation>Aquí</translation>
  </message>
  <message>
   <source>Maybe</source>
   <translation>Quizás</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Número</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>Página {number} de {pages}</translation>
  </message>
  <message>
   <source>Said</source>
   <translation>Dijo</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Firma</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>Lista de espera</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
 </context>
 <context>
  <name>StartEditor</name>
  <message>
   <source>Choose the day</source>
   <translation>Elegir el día</translation>
  </message>
  <message>
   <source>This day is over. The meetup is noted afterwards.</source>
   <translation>Este día ya pasó. El encuentro se anota a posteriori.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Hora</translation>
  </message>
 </context>
 <context>
  <name>Statement</name>
  <message>
   <source>As of {day}</source>
   <translation>A {day}</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Día</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Horas</translation>
  </message>
  <message>
   <source>Hours given and received</source>
   <translation>Horas dadas y recibidas</translation>
  </message>
  <message>
   <source>Opening balance</source>
   <translation>Saldo inicial</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>Revertido: {what}</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>With</source>
   <translation>Con</translation>
  </message>
 </context>
 <context>
  <name>SwapForm</name>
  <message>
   <source>Record</source>
   <translation>Anotar</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Anotar un intercambio</translation>
  </message>
  <message>
   <source>Recorded: {provider} gave {receiver} {hours}</source>
   <translation>Anotado: {provider} dio {hours} a {receiver}</translation>
  </message>
  <message>
   <source>Same again</source>
   <translation>Otra vez lo mismo</translation>
  </message>
  <message>
   <source>“From” gave their time, “To” received it. 1:30 is an hour and a half.</source>
   <translation>«De» dio su tiempo, «A» lo recibió. 1:30 es una hora y media.</translation>
  </message>
 </context>
 <context>
  <name>SwapTable</name>
  <message>
   <source>All</source>
   <translation>Todos</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Confirmar</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Confirmado</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Rechazar</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Rechazado</translation>
  </message>
  <message>
   <source>Dispute</source>
   <translation>Poner en duda</translation>
  </message>
  <message>
   <source>Disputed</source>
   <translation>Puesto en duda</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Eliminado</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>Revertir</translation>
  </message>
  <message>
   <source>Reversed: both entries stay in the ledger</source>
   <translation>Revertido: los dos apuntes quedan en el registro</translation>
  </message>
  <message>
   <source>Same again…</source>
   <translation>Otra vez lo mismo…</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Tiempo</translation>
  </message>
  <message>
   <source>Time exchanged</source>
   <translation>Tiempo intercambiado</translation>
  </message>
  <message>
   <source>To</source>
   <translation>A</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
  <message>
   <source>Which exchanges</source>
   <translation>Qué intercambios</translation>
  </message>
 </context>
 <context>
  <name>SyncBar</name>
  <message numerus="yes">
   <source>%n change(s) on no other laptop yet</source>
   <translation>
    <numerusform>%n cambio aún en ningún otro portátil</numerusform>
    <numerusform>%n cambios aún en ningún otro portátil</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) wait for a connection</source>
   <translation>
    <numerusform>%n cambio espera una conexión</numerusform>
    <numerusform>%n cambios esperan una conexión</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) waiting to be shared</source>
   <translation>
    <numerusform>%n cambio por compartir</numerusform>
    <numerusform>%n cambios por compartir</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n laptop(s) of this circle beside this one.</source>
   <translation>
    <numerusform>%n portátil de este círculo al lado de este.</numerusform>
    <numerusform>%n portátiles de este círculo al lado de este.</numerusform>
   </translation>
  </message>
  <message>
   <source>All changes saved on this laptop.</source>
   <translation>Todo está guardado en este portátil.</translation>
  </message>
  <message>
   <source>It is shared when you press the button.</source>
   <translation>Se comparte cuando pulse el botón.</translation>
  </message>
  <message>
   <source>Last shared {when}.</source>
   <translation>Compartido por última vez {when}.</translation>
  </message>
  <message>
   <source>No laptop of this circle is beside this one now.</source>
   <translation>Ahora no hay ningún portátil de este círculo al lado de este.</translation>
  </message>
  <message>
   <source>Not shared yet.</source>
   <translation>Aún no compartido.</translation>
  </message>
  <message>
   <source>Share now</source>
   <translation>Compartir ahora</translation>
  </message>
  <message>
   <source>Shared with the regional hub {when}.</source>
   <translation>Compartido con el nodo regional {when}.</translation>
  </message>
  <message>
   <source>Shared with {names}, beside this one.</source>
   <translation>Compartido con {names}, al lado de este.</translation>
  </message>
  <message>
   <source>Sharing waits: this connection costs by volume.</source>
   <translation>Compartir espera: esta conexión se paga por volumen.</translation>
  </message>
  <message>
   <source>Sharing…</source>
   <translation>Compartiendo…</translation>
  </message>
  <message>
   <source>This circle has no hub yet.</source>
   <translation>Este círculo aún no tiene nodo.</translation>
  </message>
 </context>
 <context>
  <name>Table</name>
  <message>
   <source>Columns</source>
   <translation>Columnas</translation>
  </message>
 </context>
 <context>
  <name>TakeAway</name>
  <message>
   <source>Everything held on this person</source>
   <translation>Todo lo que se guarda de esta persona</translation>
  </message>
  <message>
   <source>Held on member {number}</source>
   <translation>Datos del miembro {number}</translation>
  </message>
  <message>
   <source>It is written. Whoever has the file can read it.</source>
   <translation>Está escrito. Quien tenga el archivo puede leerlo.</translation>
  </message>
  <message>
   <source>PDF (*.pdf);;For programs (*.json)</source>
   <translation>PDF (*.pdf);;Para programas (*.json)</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Dismiss</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
 </context>
 <context>
  <name>TodayCards</name>
  <message numerus="yes">
   <source>%n answer(s) from outside</source>
   <translation>
    <numerusform>%n respuesta de fuera</numerusform>
    <numerusform>%n respuestas de fuera</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) to confirm</source>
   <translation>
    <numerusform>%n intercambio por confirmar</numerusform>
    <numerusform>%n intercambios por confirmar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) today</source>
   <translation>
    <numerusform>%n encuentro hoy</numerusform>
    <numerusform>%n encuentros hoy</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n request(s) without an answer</source>
   <translation>
    <numerusform>%n petición sin respuesta</numerusform>
    <numerusform>%n peticiones sin respuesta</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) changed on two laptops at once</source>
   <translation>
    <numerusform>%n dato cambiado en dos portátiles a la vez</numerusform>
    <numerusform>%n datos cambiados en dos portátiles a la vez</numerusform>
   </translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Aceptar</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Aceptado</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Añadir miembro</translation>
  </message>
  <message>
   <source>Add the people of your circle, one by one or from a list you already have.</source>
   <translation>Añada a las personas de su círculo, una a una o desde una lista que ya tenga.</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Confirmar</translation>
  </message>
  <message>
   <source>Confirmed: {what}</source>
   <translation>Confirmado: {what}</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Rechazar</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Rechazado</translation>
  </message>
  <message>
   <source>Declined: {what}</source>
   <translation>Rechazado: {what}</translation>
  </message>
  <message>
   <source>Everything is answered and confirmed.</source>
   <translation>Todo está respondido y confirmado.</translation>
  </message>
  <message>
   <source>Find someone</source>
   <translation>Buscar a alguien</translation>
  </message>
  <message>
   <source>Find someone for: {title}</source>
   <translation>Buscar a alguien para: {title}</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Está bien</translation>
  </message>
  <message>
   <source>Fine: {sentence}</source>
   <translation>Está bien: {sentence}</translation>
  </message>
  <message>
   <source>Import a list…</source>
   <translation>Importar una lista…</translation>
  </message>
  <message>
   <source>Meetups this week</source>
   <translation>Encuentros de esta semana</translation>
  </message>
  <message>
   <source>No meetup this week</source>
   <translation>Ningún encuentro esta semana</translation>
  </message>
  <message>
   <source>Nothing waits for you</source>
   <translation>Nada le espera</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Open {title}</source>
   <translation>Abrir {title}</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Planear un encuentro</translation>
  </message>
  <message>
   <source>Plan one, and it is in everyone’s calendar.</source>
   <translation>Planee uno, y estará en el calendario de todos.</translation>
  </message>
  <message>
   <source>Settled. The other laptops follow once they share.</source>
   <translation>Resuelto. Los demás portátiles lo sabrán cuando compartan.</translation>
  </message>
  <message>
   <source>Show all {count}</source>
   <translation>Mostrar las {count}</translation>
  </message>
  <message>
   <source>Today, {time}</source>
   <translation>Hoy, {time}</translation>
  </message>
  <message>
   <source>Use {value} instead</source>
   <translation>Usar mejor {value}</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Le damos la bienvenida</translation>
  </message>
  <message>
   <source>Who came</source>
   <translation>Quién vino</translation>
  </message>
  <message>
   <source>Who came to {title}</source>
   <translation>Quién vino a {title}</translation>
  </message>
  <message>
   <source>disputed</source>
   <translation>en disputa</translation>
  </message>
  <message>
   <source>{name} answers {title}</source>
   <translation>{name} responde a {title}</translation>
  </message>
  <message>
   <source>{name} would like to come to {title}</source>
   <translation>{name} quiere venir a {title}</translation>
  </message>
  <message>
   <source>{provider} gave {receiver} {hours}</source>
   <translation>{provider} dio {hours} a {receiver}</translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message numerus="yes">
   <source>%n consent(s) will end within a month. Ask these people again.</source>
   <translation>
    <numerusform>%n consentimiento termina en menos de un mes. Vuelva a preguntar a esa persona.</numerusform>
    <numerusform>%n consentimientos terminan en menos de un mes. Vuelva a preguntar a esas personas.</numerusform>
   </translation>
  </message>
  <message>
   <source>If this laptop is lost, so is the circle. Print the recovery sheet (in Settings), or add a second organizer’s laptop.</source>
   <translation>Si se pierde este portátil, se pierde el círculo. Imprima la hoja de recuperación (en Ajustes) o añada el portátil de un segundo organizador.</translation>
  </message>
  <message>
   <source>Only this laptop has the circle’s records so far. Share shows how to bring them to others.</source>
   <translation>Solo este portátil tiene los datos del círculo. «Compartir» muestra cómo llevarlos a otros.</translation>
  </message>
  <message numerus="yes">
   <source>This laptop’s clock is %n minute(s) off. Please set it right.</source>
   <translation>
    <numerusform>El reloj de este portátil se desvía %n minuto. Póngalo en hora, por favor.</numerusform>
    <numerusform>El reloj de este portátil se desvía %n minutos. Póngalo en hora, por favor.</numerusform>
   </translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message numerus="yes">
   <source>When somebody was erased, %n change(s) by others were not said again as they had been.</source>
   <translation>
    <numerusform>Al borrar a alguien, %n cambio de otras personas no se repitió tal como era.</numerusform>
    <numerusform>Al borrar a alguien, %n cambios de otras personas no se repitieron tal como eran.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TopicEditor</name>
  <message>
   <source>Suggestions</source>
   <translation>Sugerencias</translation>
  </message>
 </context>
 <context>
  <name>TopicTable</name>
  <message>
   <source>Ask</source>
   <translation>Piden</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Ofrecen</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Tema</translation>
  </message>
  <message>
   <source>Topics</source>
   <translation>Temas</translation>
  </message>
  <message>
   <source>What the circle teaches and learns</source>
   <translation>Lo que el círculo enseña y aprende</translation>
  </message>
  <message>
   <source>how many people offer, ask, have learned</source>
   <translation>cuántas personas ofrecen, piden, han aprendido</translation>
  </message>
 </context>
 <context>
  <name>Trouble</name>
  <message>
   <source>Begin or join another circle</source>
   <translation>Empezar otro círculo o unirse a él</translation>
  </message>
  <message>
   <source>Open it with the recovery sheet…</source>
   <translation>Abrirlo con la hoja de recuperación…</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>Abrir {name}</translation>
  </message>
  <message>
   <source>This circle could not be opened</source>
   <translation>Este círculo no se pudo abrir</translation>
  </message>
 </context>
 <context>
  <name>UndoRedo</name>
  <message>
   <source>Redo</source>
   <translation>Rehacer</translation>
  </message>
  <message>
   <source>Redo: {label}</source>
   <translation>Rehacer: {label}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
  <message>
   <source>Undo: {label}</source>
   <translation>Deshacer: {label}</translation>
  </message>
 </context>
 <context>
  <name>Visitors</name>
  <message>
   <source>{name} belongs to another laptop and opens only there. Ask for an invitation, or restore a backup.</source>
   <translation>{name} pertenece a otro portátil y solo se abre allí. Pida una invitación o restaure una copia de seguridad.</translation>
  </message>
  <message>
   <source>{name} is nothing that Learning Circles can open.</source>
   <translation>Learning Circles no puede abrir {name}.</translation>
  </message>
 </context>
 <context>
  <name>WhatWasOnIt</name>
  <message>
   <source>It may hold, at most, what the circle held when it last shared:</source>
   <translation>Puede contener, como máximo, lo que el círculo contenía cuando compartió por última vez:</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>&amp;Circle</source>
   <translation>&amp;Círculo</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>&amp;Editar</translation>
  </message>
  <message>
   <source>&amp;Go to</source>
   <translation>&amp;Ir a</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>A&amp;yuda</translation>
  </message>
  <message>
   <source>&amp;New</source>
   <translation>&amp;Nuevo</translation>
  </message>
  <message>
   <source>Add a member</source>
   <translation>Añadir un miembro</translation>
  </message>
  <message>
   <source>All menus</source>
   <translation>Todos los menús</translation>
  </message>
  <message>
   <source>Begin a new circle…</source>
   <translation>Empezar un círculo nuevo…</translation>
  </message>
  <message>
   <source>Circles on this laptop</source>
   <translation>Círculos en este portátil</translation>
  </message>
  <message>
   <source>Close the window</source>
   <translation>Cerrar la ventana</translation>
  </message>
  <message>
   <source>Find or do anything…</source>
   <translation>Buscar o hacer lo que sea…</translation>
  </message>
  <message>
   <source>Is this laptop’s clock right?</source>
   <translation>¿Está en hora el reloj de este portátil?</translation>
  </message>
  <message>
   <source>Join a circle…</source>
   <translation>Unirse a un círculo…</translation>
  </message>
  <message>
   <source>Keys…</source>
   <translation>Atajos de teclado…</translation>
  </message>
  <message>
   <source>Make a problem report…</source>
   <translation>Hacer un informe del problema…</translation>
  </message>
  <message>
   <source>Note what somebody learned</source>
   <translation>Anotar lo que alguien ha aprendido</translation>
  </message>
  <message>
   <source>Other laptops merge what you write whatever its time. Only dates that people read would be wrong.</source>
   <translation>Los demás portátiles recogen lo que escriba sea cual sea su hora. Solo las fechas que lee la gente serían erróneas.</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Planear un encuentro</translation>
  </message>
  <message>
   <source>Problem report</source>
   <translation>Informe del problema</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Anotar un intercambio</translation>
  </message>
  <message>
   <source>Same exchange again</source>
   <translation>Otra vez el mismo intercambio</translation>
  </message>
  <message>
   <source>Share now</source>
   <translation>Compartir ahora</translation>
  </message>
  <message>
   <source>Texts (*.txt)</source>
   <translation>Textos (*.txt)</translation>
  </message>
  <message>
   <source>The report is written. It names nobody.</source>
   <translation>El informe está escrito. No nombra a nadie.</translation>
  </message>
  <message>
   <source>Who came today?</source>
   <translation>¿Quién vino hoy?</translation>
  </message>
  <message>
   <source>Write all the same</source>
   <translation>Escribir de todos modos</translation>
  </message>
  <message>
   <source>problem report</source>
   <translation>informe del problema</translation>
  </message>
 </context>
 <context>
  <name>WriteBackup</name>
  <message>
   <source>Backups ({endings})</source>
   <translation>Copias de seguridad ({endings})</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Elegir el archivo…</translation>
  </message>
  <message>
   <source>Passphrase (may be left empty)</source>
   <translation>Frase secreta (puede quedar vacía)</translation>
  </message>
  <message>
   <source>The backup is sealed. It opens on this laptop, with the recovery sheet, and with the passphrase that you may give it here.</source>
   <translation>La copia de seguridad está sellada. Se abre en este portátil, con la hoja de recuperación y con la frase secreta que puede darle aquí.</translation>
  </message>
  <message>
   <source>Write a backup</source>
   <translation>Escribir una copia de seguridad</translation>
  </message>
 </context>
 <context>
  <name>labels</name>
  <message>
   <source>Add consent</source>
   <translation>Añadir consentimiento</translation>
  </message>
  <message>
   <source>Add learning record</source>
   <translation>Anotar un aprendizaje</translation>
  </message>
  <message>
   <source>Add meetup</source>
   <translation>Añadir encuentro</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Añadir miembro</translation>
  </message>
  <message>
   <source>Add offer</source>
   <translation>Añadir oferta</translation>
  </message>
  <message>
   <source>Add place</source>
   <translation>Añadir lugar</translation>
  </message>
  <message>
   <source>Add request</source>
   <translation>Añadir petición</translation>
  </message>
  <message>
   <source>Add topic</source>
   <translation>Añadir tema</translation>
  </message>
  <message>
   <source>Add {name}</source>
   <translation>Añadir {name}</translation>
  </message>
  <message>
   <source>Answer {name}</source>
   <translation>Responder a {name}</translation>
  </message>
  <message>
   <source>Answers from outside</source>
   <translation>Respuestas de fuera</translation>
  </message>
  <message>
   <source>Change {name}</source>
   <translation>Cambiar {name}</translation>
  </message>
  <message>
   <source>Done again: {label}.</source>
   <translation>Rehecho: {label}.</translation>
  </message>
  <message>
   <source>Exchange {name}</source>
   <translation>Intercambio {name}</translation>
  </message>
  <message>
   <source>Farewell {name}</source>
   <translation>Salida de {name}</translation>
  </message>
  <message>
   <source>Headcount {name}</source>
   <translation>Recuento {name}</translation>
  </message>
  <message>
   <source>Import {name}</source>
   <translation>Importar {name}</translation>
  </message>
  <message>
   <source>Learned {name}</source>
   <translation>Aprendido: {name}</translation>
  </message>
  <message>
   <source>Merge {name}</source>
   <translation>Unir {name}</translation>
  </message>
  <message>
   <source>Plan {name}</source>
   <translation>Planear {name}</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>Quitar {name}</translation>
  </message>
  <message>
   <source>Restore {name}</source>
   <translation>Recuperar {name}</translation>
  </message>
  <message>
   <source>Status {name}</source>
   <translation>Estado {name}</translation>
  </message>
  <message>
   <source>Two different exchanges</source>
   <translation>Dos intercambios distintos</translation>
  </message>
  <message>
   <source>Two different members</source>
   <translation>Dos miembros distintos</translation>
  </message>
  <message>
   <source>Undone: {label}.</source>
   <translation>Deshecho: {label}.</translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>hace %n día</numerusform>
    <numerusform>hace %n días</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s) ago</source>
   <translation>
    <numerusform>hace %n hora</numerusform>
    <numerusform>hace %n horas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s) ago</source>
   <translation>
    <numerusform>hace %n minuto</numerusform>
    <numerusform>hace %n minutos</numerusform>
   </translation>
  </message>
  <message>
   <source>just now</source>
   <translation>ahora mismo</translation>
  </message>
  <message>
   <source>under 18</source>
   <translation>menor de 18</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} a {high}</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
 </context>
</TS>
