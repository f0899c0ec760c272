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
   <source>Copied</source>
   <translation>Copiado</translation>
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
   <source>It serves one laptop, until {day}. Whoever holds it can join: send it to that person alone.</source>
   <translation>Sirve para un solo portátil, hasta el {day}. Quien la tenga puede unirse: envíela solo a esa persona.</translation>
  </message>
  <message>
   <source>It works until {day}, once this laptop has shared with the hub.</source>
   <translation>Funciona hasta el {day}, en cuanto este portátil haya compartido con el nodo.</translation>
  </message>
  <message>
   <source>It works until {day}, once this laptop has shared, by a stick or beside it, with the laptop that keeps the list of laptops.</source>
   <translation>Funciona hasta el {day}, en cuanto este portátil haya compartido, con una memoria o a su lado, con el portátil que lleva la lista de portátiles.</translation>
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
   <source>That day is by the hub’s clock, which is more than a day away from this laptop’s: set right whichever of them is wrong, cancel this one among the open invitations, and add a laptop anew.</source>
   <translation>Ese día es según el reloj del hub, que difiere en más de un día del de este portátil: ponga en hora el que vaya mal, anule esta invitación entre las invitaciones abiertas y añada de nuevo un portátil.</translation>
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
   <source>Under 18: please note their guardian and whom to call in an emergency.</source>
   <translation>Menor de 18 años: anote quién es su tutor y a quién llamar en caso de emergencia.</translation>
  </message>
  <message>
   <source>{name} added</source>
   <translation>{name}: añadido</translation>
  </message>
 </context>
 <context>
  <name>Allowed</name>
  <message>
   <source>Only a laptop that may run the circle can do this.</source>
   <translation>Solo un portátil que puede llevar el círculo puede hacerlo.</translation>
  </message>
  <message>
   <source>This laptop may look at everything and change nothing.</source>
   <translation>Este portátil puede verlo todo y no cambiar nada.</translation>
  </message>
 </context>
 <context>
  <name>Apart</name>
  <message numerus="yes">
   <source>%n other thing(s) were written on two laptops at once</source>
   <translation>
    <numerusform>%n cosa más se escribió en dos portátiles a la vez</numerusform>
    <numerusform>%n cosas más se escribieron en dos portátiles a la vez</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) were written on two laptops at once</source>
   <translation>
    <numerusform>%n cosa se escribió en dos portátiles a la vez</numerusform>
    <numerusform>%n cosas se escribieron en dos portátiles a la vez</numerusform>
   </translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Ver</translation>
  </message>
  <message>
   <source>Show: {what}</source>
   <translation>Ver: {what}</translation>
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
   <source>The other circles show nothing yet</source>
   <translation>Los demás círculos aún no muestran nada</translation>
  </message>
  <message>
   <source>Through a hub, the circles of a region see what the others offer, also without a network later.</source>
   <translation>A través de un nodo, los círculos de una región ven lo que ofrecen los demás, también sin red después.</translation>
  </message>
  <message>
   <source>What the circles of this hub offer and plan is seen here, also without a network later.</source>
   <translation>Lo que ofrecen y planean los círculos de este nodo se ve aquí, también más tarde sin red.</translation>
  </message>
 </context>
 <context>
  <name>Aside</name>
  <message>
   <source>It is saved. Give the file to an organizer.</source>
   <translation>Está guardado. Entregue el archivo a una persona que lleva el círculo.</translation>
  </message>
  <message>
   <source>Look at what is kept…</source>
   <translation>Ver lo que se guarda…</translation>
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
  <message>
   <source>Work that was left out…</source>
   <translation>Trabajo descartado…</translation>
  </message>
 </context>
 <context>
  <name>AsideCards</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n cambio</numerusform>
    <numerusform>%n cambios</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) of this laptop do not count</source>
   <translation>
    <numerusform>%n cambio de este portátil no cuenta</numerusform>
    <numerusform>%n cambios de este portátil no cuentan</numerusform>
   </translation>
  </message>
  <message>
   <source>If that was none of you, shut it out and print a new sheet.</source>
   <translation>Si no fue ninguno de ustedes, expúlselo e imprima una hoja nueva.</translation>
  </message>
  <message>
   <source>It was one of us</source>
   <translation>Fue uno de nosotros</translation>
  </message>
  <message>
   <source>Leave the sheet as it is</source>
   <translation>Dejar la hoja como está</translation>
  </message>
  <message>
   <source>Look at it…</source>
   <translation>Mirarlo…</translation>
  </message>
  <message>
   <source>Look at what is kept…</source>
   <translation>Ver lo que se guarda…</translation>
  </message>
  <message>
   <source>New sheet…</source>
   <translation>Hoja nueva…</translation>
  </message>
  <message>
   <source>Print a new sheet: it cancels the old one.</source>
   <translation>Imprima una hoja nueva: anula la anterior.</translation>
  </message>
  <message>
   <source>Save what was not shared…</source>
   <translation>Guardar lo que no se compartió…</translation>
  </message>
  <message>
   <source>Set aside from {name}</source>
   <translation>Apartado de {name}</translation>
  </message>
  <message>
   <source>Shut it out…</source>
   <translation>Expulsarlo…</translation>
  </message>
  <message>
   <source>The recovery sheet was used</source>
   <translation>Se ha usado la hoja de recuperación</translation>
  </message>
  <message>
   <source>The recovery sheet was used {day}: “{name}” runs the circle now.</source>
   <translation>Se ha usado la hoja de recuperación ({day}): «{name}» lleva ahora el círculo.</translation>
  </message>
  <message>
   <source>This laptop takes no part in the circle</source>
   <translation>Este portátil no participa en el círculo</translation>
  </message>
  <message>
   <source>What it may do was changed meanwhile. Nothing is lost: an organizer can take them in.</source>
   <translation>Mientras tanto cambió lo que este portátil puede hacer. No se pierde nada: una persona que lleve el círculo puede recogerlos.</translation>
  </message>
  <message numerus="yes">
   <source>Work of %n laptop(s) was set aside</source>
   <translation>
    <numerusform>Se apartó el trabajo de %n portátil</numerusform>
    <numerusform>Se apartó el trabajo de %n portátiles</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}” came by the recovery sheet and is shut out; the sheet still opens the circle.</source>
   <translation>«{name}» entró con la hoja de recuperación y está expulsado; la hoja sigue abriendo el círculo.</translation>
  </message>
 </context>
 <context>
  <name>AskAnew</name>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase secreta</translation>
  </message>
  <message>
   <source>The passphrase is another one now</source>
   <translation>La frase secreta ya es otra</translation>
  </message>
  <message>
   <source>Type it, and what you wanted goes on.</source>
   <translation>Escríbala, y lo que quería hacer continúa.</translation>
  </message>
  <message>
   <source>Type the passphrase…</source>
   <translation>Escribir la frase secreta…</translation>
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
   <source>Type the passphrase of this circle (that of the backup it came back from) to open it.</source>
   <translation>Escriba la frase secreta de este círculo (la de la copia de seguridad de la que volvió) para abrirlo.</translation>
  </message>
  <message>
   <source>{circle} is locked</source>
   <translation>{circle} está bloqueado</translation>
  </message>
 </context>
 <context>
  <name>AtTheDoor</name>
  <message>
   <source>It is busy at the moment. It comes to the front as soon as it is done.</source>
   <translation>El programa está ocupado en este momento. Pasará al frente en cuanto termine.</translation>
  </message>
  <message>
   <source>Learning Circles is open already</source>
   <translation>Learning Circles ya está abierto</translation>
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
  <message numerus="yes">
   <source>%n more people without a name</source>
   <translation>
    <numerusform>%n persona más sin nombre</numerusform>
    <numerusform>%n personas más sin nombre</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people without a name</source>
   <translation>
    <numerusform>%n persona sin nombre</numerusform>
    <numerusform>%n personas sin nombre</numerusform>
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
   <translation>Primeras letras de un nombre, nombre de una persona invitada o un número, e Intro</translation>
  </message>
  <message>
   <source>First name of a guest</source>
   <translation>Nombre de pila de una persona invitada</translation>
  </message>
  <message>
   <source>First name of a guest, then Enter</source>
   <translation>Nombre de pila de una persona invitada e Intro</translation>
  </message>
  <message>
   <source>In the list: Space came, Minus did not come, Delete takes the mark back. Enter in the empty field ends.</source>
   <translation>En la lista: Espacio vino, Menos no vino, Supr quita la marca. Intro en el campo vacío termina.</translation>
  </message>
  <message>
   <source>Nothing is noted of {name}.</source>
   <translation>No hay nada anotado de {name}.</translation>
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
   <source>Undo</source>
   <translation>Deshacer</translation>
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
   <source>Who came?</source>
   <translation>¿Quién vino?</translation>
  </message>
  <message>
   <source>{name} is here already.</source>
   <translation>{name} ya está aquí.</translation>
  </message>
  <message>
   <source>{name} is here as a guest, not {meant}: Undo takes it back.</source>
   <translation>{name} está como invitado, no {meant}: «Deshacer» lo quita.</translation>
  </message>
  <message>
   <source>{name} is here as a guest.</source>
   <translation>{name} está como invitado.</translation>
  </message>
  <message>
   <source>{name} is here as a guest. Several members are called so: is it one of them?</source>
   <translation>{name} está como invitado. Varios miembros se llaman así: ¿es uno de ellos?</translation>
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
   <source>{name} is noted nowhere, and waits no more.</source>
   <translation>No se ha anotado nada de {name}, y ya no espera.</translation>
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
  <name>BackAgain</name>
  <message numerus="yes">
   <source>%n are back.</source>
   <translation>
    <numerusform>%n ha vuelto.</numerusform>
    <numerusform>%n han vuelto.</numerusform>
   </translation>
  </message>
  <message>
   <source>Opening balances stay undone.</source>
   <translation>Los saldos iniciales siguen deshechos.</translation>
  </message>
  <message>
   <source>the opening balance of {hours} stays undone</source>
   <translation>el saldo inicial de {hours} sigue deshecho</translation>
  </message>
  <message>
   <source>{title} is back</source>
   <translation>{title} ha vuelto</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
 </context>
 <context>
  <name>Beginning</name>
  <message>
   <source>A first name is enough.</source>
   <translation>Basta con el nombre de pila.</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Anotar un intercambio</translation>
  </message>
  <message>
   <source>Sign up a guest</source>
   <translation>Apuntar a una persona invitada</translation>
  </message>
  <message>
   <source>There is no meetup to sign up for.</source>
   <translation>No hay ningún encuentro al que apuntarse.</translation>
  </message>
  <message>
   <source>There is no meetup today.</source>
   <translation>Hoy no hay ningún encuentro.</translation>
  </message>
  <message>
   <source>Touch the names of those who are here.</source>
   <translation>Toque los nombres de quienes están aquí.</translation>
  </message>
  <message>
   <source>What would you like to write down?</source>
   <translation>¿Qué desea anotar?</translation>
  </message>
  <message>
   <source>Who came today?</source>
   <translation>¿Quién vino hoy?</translation>
  </message>
  <message>
   <source>Who gave time, who received it, and how long it took.</source>
   <translation>Quién dio su tiempo, quién lo recibió y cuánto.</translation>
  </message>
 </context>
 <context>
  <name>BegunCards</name>
  <message numerus="yes">
   <source>%n thing(s) begun and not finished</source>
   <translation>
    <numerusform>%n cosa empezada y sin terminar</numerusform>
    <numerusform>%n cosas empezadas y sin terminar</numerusform>
   </translation>
  </message>
  <message>
   <source>A new meetup</source>
   <translation>Un nuevo encuentro</translation>
  </message>
  <message>
   <source>A new member</source>
   <translation>Un nuevo miembro</translation>
  </message>
  <message>
   <source>A new offer</source>
   <translation>Una nueva oferta</translation>
  </message>
  <message>
   <source>A new place</source>
   <translation>Un nuevo lugar</translation>
  </message>
  <message>
   <source>A new request</source>
   <translation>Una nueva petición</translation>
  </message>
  <message>
   <source>An exchange</source>
   <translation>Un intercambio</translation>
  </message>
  <message>
   <source>Changes to a meetup</source>
   <translation>Cambios en un encuentro</translation>
  </message>
  <message>
   <source>Changes to a member</source>
   <translation>Cambios en un miembro</translation>
  </message>
  <message>
   <source>Changes to a place</source>
   <translation>Cambios en un lugar</translation>
  </message>
  <message>
   <source>Changes to a request</source>
   <translation>Cambios en una petición</translation>
  </message>
  <message>
   <source>Changes to an offer</source>
   <translation>Cambios en una oferta</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuar</translation>
  </message>
  <message>
   <source>Go on with: {words}</source>
   <translation>Continuar: {words}</translation>
  </message>
  <message>
   <source>Not written down in the hall mode</source>
   <translation>Sin anotar en el modo sala</translation>
  </message>
  <message>
   <source>Opening balances</source>
   <translation>Saldos iniciales</translation>
  </message>
  <message>
   <source>Our charter</source>
   <translation>Nuestra carta fundacional</translation>
  </message>
  <message numerus="yes">
   <source>Show %n more</source>
   <translation>
    <numerusform>Mostrar %n más</numerusform>
    <numerusform>Mostrar %n más</numerusform>
   </translation>
  </message>
  <message>
   <source>Something learned</source>
   <translation>Un aprendizaje</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Descartar</translation>
  </message>
 </context>
 <context>
  <name>Came</name>
  <message numerus="yes">
   <source>%n people are here by name.</source>
   <translation>
    <numerusform>%n persona está anotada por su nombre.</numerusform>
    <numerusform>%n personas están anotadas por su nombre.</numerusform>
   </translation>
  </message>
  <message>
   <source>Somebody who is not in the list…</source>
   <translation>Alguien que no está en la lista…</translation>
  </message>
  <message>
   <source>Who came today?</source>
   <translation>¿Quién vino hoy?</translation>
  </message>
  <message>
   <source>{name} is here already.</source>
   <translation>{name} ya está aquí.</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} está aquí.</translation>
  </message>
  <message>
   <source>{name} is not here.</source>
   <translation>{name} no está aquí.</translation>
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
   <translation>Carta fundacional cambiada</translation>
  </message>
  <message>
   <source>Nothing is written yet. A laptop that may run the circle can.</source>
   <translation>Aún no hay nada escrito. Puede hacerlo un portátil que puede llevar el círculo.</translation>
  </message>
  <message>
   <source>Our charter</source>
   <translation>Nuestra carta fundacional</translation>
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
  <name>Closing</name>
  <message>
   <source>As soon as it can be kept it is, and the window closes by itself.</source>
   <translation>En cuanto se pueda conservar, se conserva, y la ventana se cierra sola.</translation>
  </message>
  <message>
   <source>As soon as it can be kept it is, and then you are asked about the rest.</source>
   <translation>En cuanto se pueda conservar, se conserva, y entonces se le pregunta por lo demás.</translation>
  </message>
  <message>
   <source>As soon as that circle is open, and it can be kept, it is.</source>
   <translation>En cuanto ese círculo esté abierto y se pueda conservar, se conserva.</translation>
  </message>
  <message>
   <source>Close and lose it</source>
   <translation>Cerrar y perderlo</translation>
  </message>
  <message>
   <source>Close, and lose what you typed?</source>
   <translation>¿Cerrar y perder lo que escribió?</translation>
  </message>
  <message>
   <source>What would be lost: {words}.</source>
   <translation>Lo que se perdería: {words}.</translation>
  </message>
  <message>
   <source>What you typed in {circle} is in this program alone, and not kept.</source>
   <translation>Lo que escribió en {circle} está solo en este programa y no se conserva.</translation>
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
  <message>
   <source>Fit to contents</source>
   <translation>Ajustar al contenido</translation>
  </message>
  <message>
   <source>Move left</source>
   <translation>Mover a la izquierda</translation>
  </message>
  <message>
   <source>Move right</source>
   <translation>Mover a la derecha</translation>
  </message>
  <message>
   <source>Narrower</source>
   <translation>Más estrecha</translation>
  </message>
  <message>
   <source>Order and width</source>
   <translation>Orden y ancho</translation>
  </message>
  <message>
   <source>Wider</source>
   <translation>Más ancha</translation>
  </message>
  <message>
   <source>{column} (no room)</source>
   <translation>{column} (no cabe)</translation>
  </message>
 </context>
 <context>
  <name>Coming</name>
  <message>
   <source>Nobody has said yet whether they come.</source>
   <translation>Nadie ha dicho todavía si viene.</translation>
  </message>
  <message>
   <source>Who means to come to {title}</source>
   <translation>Quién piensa venir a {title}</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>Menu</source>
   <translation>Menú</translation>
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
  <message>
   <source>Print the five sectors</source>
   <translation>Imprimir los cinco sectores</translation>
  </message>
 </context>
 <context>
  <name>Consents</name>
  <message>
   <source>How they say yes now; what they had agreed to before stays as it was.</source>
   <translation>Cómo dicen que sí ahora; lo que aceptaron antes queda como estaba.</translation>
  </message>
  <message>
   <source>In the words of {name}, as on a form to sign:</source>
   <translation>Con las palabras de {name}, como en un formulario para firmar:</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Anotar</translation>
  </message>
  <message>
   <source>Noted what {name} agreed to</source>
   <translation>Queda anotado lo que aceptó {name}</translation>
  </message>
  <message>
   <source>Until when: {purpose}</source>
   <translation>Hasta cuándo: {purpose}</translation>
  </message>
  <message>
   <source>What {name} agreed to</source>
   <translation>Consentimientos de {name}</translation>
  </message>
  <message>
   <source>Without “Publish my listing” a listing is shown without a name.</source>
   <translation>Sin «Publicar mi anuncio», un anuncio se muestra sin nombre.</translation>
  </message>
  <message>
   <source>agreed</source>
   <translation>aceptado</translation>
  </message>
  <message>
   <source>ended on {day}</source>
   <translation>terminó el {day}</translation>
  </message>
  <message>
   <source>no</source>
   <translation>no</translation>
  </message>
  <message>
   <source>no end</source>
   <translation>sin fin</translation>
  </message>
  <message>
   <source>no, since {day}</source>
   <translation>no, desde el {day}</translation>
  </message>
  <message>
   <source>not asked yet</source>
   <translation>aún no preguntado</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>desde el {day}</translation>
  </message>
 </context>
 <context>
  <name>DateEditor</name>
  <message>
   <source>Choose the day</source>
   <translation>Elegir el día</translation>
  </message>
  <message>
   <source>such as {day}</source>
   <translation>por ejemplo {day}</translation>
  </message>
 </context>
 <context>
  <name>DaysTable</name>
  <message>
   <source>Days of the week</source>
   <translation>Días de la semana</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Mes</translation>
  </message>
 </context>
 <context>
  <name>Dialog</name>
  <message>
   <source>Cancel</source>
   <translation>Cancelar</translation>
  </message>
  <message>
   <source>What you typed is not saved. Close this once more to throw it away.</source>
   <translation>Lo que ha escrito no se ha guardado. Cierre otra vez para descartarlo.</translation>
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
  <message>
   <source>a laptop without a name</source>
   <translation>un ordenador sin nombre</translation>
  </message>
  <message>
   <source>in person</source>
   <translation>en persona</translation>
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
   <source>%n pair(s) of members who may be one person</source>
   <translation>
    <numerusform>%n pareja de miembros que quizá sea una sola persona</numerusform>
    <numerusform>%n parejas de miembros que quizá sean una sola persona cada una</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) that merged records say differently</source>
   <translation>
    <numerusform>%n cosa que las fichas unidas dicen de otro modo</numerusform>
    <numerusform>%n cosas que las fichas unidas dicen de otro modo</numerusform>
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
   <source>Each record has another one.</source>
   <translation>Cada ficha indica otro valor.</translation>
  </message>
  <message>
   <source>Is this the same exchange? {provider} gave {receiver} {hours} on {day}, and {other_hours}.</source>
   <translation>¿Es el mismo intercambio? {provider} dio {hours} a {receiver} el {day}, y {other_hours}.</translation>
  </message>
  <message>
   <source>Look at both…</source>
   <translation>Ver las dos…</translation>
  </message>
  <message numerus="yes">
   <source>More than %n pair(s) of members who may be one person</source>
   <translation>
    <numerusform>Más de %n pareja de miembros que quizá sea una sola persona</numerusform>
    <numerusform>Más de %n parejas de miembros que quizá sean una sola persona cada una</numerusform>
   </translation>
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
   <source>Settling what is asked</source>
   <translation>Respondiendo a las preguntas</translation>
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
   <source>Which address is right for {name}?</source>
   <translation>¿Qué dirección es la correcta para {name}?</translation>
  </message>
  <message>
   <source>Which e-mail is right for {name}?</source>
   <translation>¿Qué correo electrónico es el correcto para {name}?</translation>
  </message>
  <message>
   <source>Which telephone is right for {name}?</source>
   <translation>¿Qué teléfono es el correcto para {name}?</translation>
  </message>
  <message>
   <source>Who is to be called for {name} in an emergency?</source>
   <translation>¿A quién llamar por {name} en caso de emergencia?</translation>
  </message>
  <message>
   <source>the other laptop</source>
   <translation>el otro portátil</translation>
  </message>
 </context>
 <context>
  <name>Drafting</name>
  <message>
   <source>Go on with it</source>
   <translation>Continuar</translation>
  </message>
  <message numerus="yes">
   <source>One of %n that are begun and not finished.</source>
   <translation>
    <numerusform>Uno de %n que están empezados y sin terminar.</numerusform>
    <numerusform>Uno de los %n que están empezados y sin terminar.</numerusform>
   </translation>
  </message>
  <message>
   <source>Show another</source>
   <translation>Mostrar otro</translation>
  </message>
  <message>
   <source>Somebody was erased whom the open form spoke of: what stood in it is gone with them.</source>
   <translation>Se ha borrado a alguien de quien hablaba el formulario abierto: lo que había en él ha desaparecido con esa persona.</translation>
  </message>
  <message>
   <source>Throw it away</source>
   <translation>Descartarlo</translation>
  </message>
  <message>
   <source>You had begun this on {when}: {words}</source>
   <translation>Usted había empezado esto el {when}: {words}</translation>
  </message>
 </context>
 <context>
  <name>Edited</name>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Editar</translation>
  </message>
  <message>
   <source>{field} was not changed. {sentence} What you typed is kept as soon as there is room.</source>
   <translation>{field} no se ha cambiado. {sentence} Lo que escribió se conservará en cuanto haya sitio.</translation>
  </message>
  <message>
   <source>{field} was not changed. {sentence} What you typed is kept, and offered on Today.</source>
   <translation>{field} no se ha cambiado. {sentence} Lo que escribió se conserva y se ofrece en Hoy.</translation>
  </message>
 </context>
 <context>
  <name>EndingConsents</name>
  <message numerus="yes">
   <source>Consents of %n people have ended, or will within a month</source>
   <translation>
    <numerusform>Consentimientos de %n persona que han terminado o terminan en menos de un mes</numerusform>
    <numerusform>Consentimientos de %n personas que han terminado o terminan en menos de un mes</numerusform>
   </translation>
  </message>
  <message>
   <source>Show this person</source>
   <translation>Mostrar a esta persona</translation>
  </message>
  <message>
   <source>ended {day}</source>
   <translation>terminó el {day}</translation>
  </message>
 </context>
 <context>
  <name>EraseMember</name>
  <message numerus="yes">
   <source>%n exchange(s) with others stay, but their notes go, and who confirmed them.</source>
   <translation>
    <numerusform>%n intercambio con otros queda, pero sin sus notas ni quién lo confirmó.</numerusform>
    <numerusform>%n intercambios con otros quedan, pero sin sus notas ni quién los confirmó.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n form(s) that are begun and not finished are dropped: finish what you need first.</source>
   <translation>
    <numerusform>%n formulario empezado y sin terminar también desaparece: termine antes lo que necesite.</numerusform>
    <numerusform>%n formularios empezados y sin terminar también desaparecen: termine antes lo que necesite.</numerusform>
   </translation>
  </message>
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
   <source>Erasing</source>
   <translation>Borrando</translation>
  </message>
  <message>
   <source>It is done as soon as this laptop has shared with the hub.</source>
   <translation>Se hará en cuanto este portátil haya compartido con el nodo.</translation>
  </message>
  <message>
   <source>It is done as soon as this laptop has shared, by a stick or beside it, with the laptop that keeps the list of laptops.</source>
   <translation>Se hará en cuanto este portátil haya compartido, con una memoria o a su lado, con el portátil que lleva la lista de portátiles.</translation>
  </message>
  <message>
   <source>Looking for what else speaks of {name}…</source>
   <translation>Buscando qué más habla de {name}…</translation>
  </message>
  <message>
   <source>Name, contact, notes, consents and listings go from this laptop, from the hub and from every other laptop as soon as it shares, also out of the history. Hours and attendance stay as figures without a name. This cannot be undone.</source>
   <translation>El nombre, los contactos, las notas, los consentimientos y los anuncios desaparecen de este portátil, del nodo y de cada uno de los demás portátiles en cuanto comparta, también del historial. Las horas y la asistencia quedan como cifras sin nombre. No se puede deshacer.</translation>
  </message>
  <message>
   <source>Nothing changes in what is written of others.</source>
   <translation>Nada cambia en lo que está escrito de los demás.</translation>
  </message>
  <message>
   <source>Please destroy these copies as well:</source>
   <translation>Destruya también estas copias:</translation>
  </message>
  <message>
   <source>Some words go only once {laptop} has shared the rest of an earlier erasure, or is shut out.</source>
   <translation>Algunas palabras solo desaparecerán cuando {laptop} haya compartido el resto de un borrado anterior, o quede excluido.</translation>
  </message>
  <message>
   <source>This changes in what is written of others:</source>
   <translation>Esto cambia en lo que está escrito de los demás:</translation>
  </message>
  <message>
   <source>This stays as it is, and perhaps tells of them. Please reword it where it does:</source>
   <translation>Esto se queda como está y quizá hable de esa persona. Cámbielo usted si es así:</translation>
  </message>
  <message>
   <source>Yes, erase {name} for good</source>
   <translation>Sí, borrar a {name} para siempre</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
  <message>
   <source>taken out</source>
   <translation>se quita</translation>
  </message>
  <message>
   <source>“{words}” stays: somebody else has it too.</source>
   <translation>«{words}» se queda: alguien más lo tiene también.</translation>
  </message>
 </context>
 <context>
  <name>EveningForm</name>
  <message>
   <source>Somebody was erased, and it is nobody who waits here.</source>
   <translation>Se ha borrado a alguien que no está entre quienes esperan aquí.</translation>
  </message>
  <message>
   <source>Somebody was erased. Guests who waited may be that person, and are gone: note the others again.</source>
   <translation>Se ha borrado a alguien. Puede que sea uno de los invitados que esperaban, que ya no están: anote de nuevo a los demás.</translation>
  </message>
  <message>
   <source>Somebody was erased: what waited of them is gone with them.</source>
   <translation>Se ha borrado a alguien: lo que esperaba de esa persona ha desaparecido con ella.</translation>
  </message>
 </context>
 <context>
  <name>EveningNotes</name>
  <message>
   <source>Leave without noting them</source>
   <translation>Salir sin anotarlos</translation>
  </message>
  <message>
   <source>Not written down yet: {names}.</source>
   <translation>Sin anotar todavía: {names}.</translation>
  </message>
  <message>
   <source>Not written down: {names}. Close this once more to give them up.</source>
   <translation>Sin anotar: {names}. Cierre otra vez para descartarlo.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentarlo de nuevo</translation>
  </message>
  <message>
   <source>What you typed is not saved. Close this once more to throw it away.</source>
   <translation>Lo que ha escrito no se ha guardado. Cierre otra vez para descartarlo.</translation>
  </message>
 </context>
 <context>
  <name>EveryPair</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Look at both…</source>
   <translation>Ver las dos…</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EveryUntold</name>
  <message numerus="yes">
   <source>%n address(es) copied</source>
   <translation>
    <numerusform>%n dirección copiada</numerusform>
    <numerusform>%n direcciones copiadas</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy e-mail addresses</source>
   <translation>Copiar las direcciones de correo</translation>
  </message>
 </context>
 <context>
  <name>ExchangeLists</name>
  <message>
   <source>Offers and requests</source>
   <translation>Ofertas y peticiones</translation>
  </message>
  <message>
   <source>Time exchanged</source>
   <translation>Tiempo intercambiado</translation>
  </message>
  <message>
   <source>Which list</source>
   <translation>Qué lista</translation>
  </message>
  <message>
   <source>{count} under “{list}”.</source>
   <translation>{count} en «{list}».</translation>
  </message>
 </context>
 <context>
  <name>Exchanges</name>
  <message numerus="yes">
   <source>%n request(s) are open again.</source>
   <translation>
    <numerusform>%n petición vuelve a estar abierta.</numerusform>
    <numerusform>%n peticiones vuelven a estar abiertas.</numerusform>
   </translation>
  </message>
  <message>
   <source>It is dated {day}, which is still to come.</source>
   <translation>Lleva la fecha del {day}, que aún está por llegar.</translation>
  </message>
  <message>
   <source>The request is fulfilled.</source>
   <translation>La petición está cumplida.</translation>
  </message>
  <message>
   <source>The request is open again.</source>
   <translation>La petición vuelve a estar abierta.</translation>
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
   <source>Search names, topics and titles</source>
   <translation>Buscar nombres, temas y títulos</translation>
  </message>
  <message>
   <source>offers and requests that have ended</source>
   <translation>ofertas y peticiones terminadas</translation>
  </message>
 </context>
 <context>
  <name>Eye</name>
  <message>
   <source>Hide the letters</source>
   <translation>Ocultar las letras</translation>
  </message>
  <message>
   <source>Show the letters</source>
   <translation>Mostrar las letras</translation>
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
  <name>Fetched</name>
  <message>
   <source>Open {name}</source>
   <translation>Abrir {name}</translation>
  </message>
  <message>
   <source>Sharing brings what is still missing. In the list of laptops this one stands under a new name, since nobody knows how far the old one had come.</source>
   <translation>Al compartir llega lo que aún falta. En la lista de portátiles, este figura con un nombre nuevo, porque nadie sabe hasta dónde había llegado el anterior.</translation>
  </message>
  <message>
   <source>The damaged file is kept beside it: {file}</source>
   <translation>El archivo dañado se conserva al lado: {file}</translation>
  </message>
  <message>
   <source>The list of laptops in the damaged file cannot be read as a whole: who was erased, or shut out, after the backup was made may be there again. Look, and do it again where it is so.</source>
   <translation>La lista de ordenadores del archivo dañado no se puede leer entera: puede que vuelvan a estar las personas borradas o los ordenadores excluidos después de hacer la copia. Compruébelo y hágalo de nuevo si es así.</translation>
  </message>
  <message>
   <source>{name} is here again</source>
   <translation>{name} está aquí de nuevo</translation>
  </message>
 </context>
 <context>
  <name>FieldCodeEditor</name>
  <message>
   <source>such as {name}</source>
   <translation>por ejemplo {name}</translation>
  </message>
 </context>
 <context>
  <name>Files</name>
  <message>
   <source>All files (*)</source>
   <translation>Todos los archivos (*)</translation>
  </message>
 </context>
 <context>
  <name>Filters</name>
  <message>
   <source>Take the filter off</source>
   <translation>Quitar el filtro</translation>
  </message>
  <message>
   <source>The filter shows only: {filter}</source>
   <translation>El filtro solo muestra: {filter}</translation>
  </message>
 </context>
 <context>
  <name>Find</name>
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
  <name>FindSomeone</name>
  <message>
   <source>Find someone for “{title}”</source>
   <translation>Buscar a alguien para «{title}»</translation>
  </message>
  <message>
   <source>Propose</source>
   <translation>Proponer</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Otra persona</translation>
  </message>
  <message>
   <source>Until then the request is matched; on that day Today asks whether it took place.</source>
   <translation>Hasta entonces la petición está emparejada; ese día, la página Hoy preguntará si tuvo lugar.</translation>
  </message>
  <message>
   <source>can help with {topic}</source>
   <translation>sabe: {topic}</translation>
  </message>
  <message>
   <source>offers “{title}”</source>
   <translation>ofrece «{title}»</translation>
  </message>
  <message>
   <source>{name} asks for it. Nobody in the circle offers it yet.</source>
   <translation>{name} lo pide. Nadie lo ofrece todavía en el círculo.</translation>
  </message>
  <message>
   <source>{name} asks for it. Who could help?</source>
   <translation>{name} lo pide. ¿Quién podría ayudar?</translation>
  </message>
  <message>
   <source>{name} is proposed to {asker}</source>
   <translation>Propuesta para {asker}: {name}</translation>
  </message>
  <message>
   <source>{name}: {detail}</source>
   <translation>{name}: {detail}</translation>
  </message>
 </context>
 <context>
  <name>FirstDraft</name>
  <message>
   <source>Not all that you typed is kept. Closed once more, the rest is thrown away.</source>
   <translation>No se ha guardado todo lo que ha escrito. Si cierra una vez más, lo demás se pierde.</translation>
  </message>
  <message>
   <source>The passphrase is not set: nothing has begun yet. Close this once more to throw it away.</source>
   <translation>La frase secreta no está fijada: todavía no ha empezado nada. Cierre otra vez para descartarla.</translation>
  </message>
  <message>
   <source>What you typed is not saved. Once more Cancel or Escape throws it away.</source>
   <translation>Lo que ha escrito no se ha guardado. Pulse otra vez Cancelar o Esc para descartarlo.</translation>
  </message>
 </context>
 <context>
  <name>FirstKeys</name>
  <message>
   <source>Ask for a passphrase each time it is opened</source>
   <translation>Pedir una frase secreta cada vez que se abra</translation>
  </message>
  <message>
   <source>Everything is kept encrypted on this laptop. Nothing leaves it until you share.</source>
   <translation>Todo se guarda cifrado en este portátil. Nada sale de él hasta que usted comparta.</translation>
  </message>
  <message>
   <source>If the circle was locked when the backup was made, it stays locked with the passphrase of the backup, unless you give it another one here.</source>
   <translation>Si el círculo estaba bloqueado cuando se hizo la copia de seguridad, sigue bloqueado con la frase secreta de la copia, a menos que le dé otra aquí.</translation>
  </message>
  <message>
   <source>Nobody can restore a forgotten passphrase: only the recovery sheet opens the circle again.</source>
   <translation>Nadie puede recuperar una frase secreta olvidada: solo la hoja de recuperación vuelve a abrir el círculo.</translation>
  </message>
  <message>
   <source>Passphrase (at least 8 letters)</source>
   <translation>Frase secreta (al menos 8 letras)</translation>
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
   <source>Who may open it?</source>
   <translation>¿Quién puede abrirlo?</translation>
  </message>
  <message>
   <source>Without the recovery sheet the circle is lost on this laptop if the passphrase is forgotten.</source>
   <translation>Sin la hoja de recuperación, el círculo se pierde en este portátil si se olvida la frase secreta.</translation>
  </message>
 </context>
 <context>
  <name>FirstNames</name>
  <message>
   <source>Choose the file…</source>
   <translation>Elegir el archivo…</translation>
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
   <source>Invitation (it begins with learningcircles://join/)</source>
   <translation>Invitación (empieza por learningcircles://join/)</translation>
  </message>
  <message>
   <source>Join a circle</source>
   <translation>Unirse a un círculo</translation>
  </message>
  <message>
   <source>Name of the circle</source>
   <translation>Nombre del círculo</translation>
  </message>
  <message>
   <source>Pictures, PDFs and texts ({endings})</source>
   <translation>Imágenes, PDF y textos ({endings})</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Memorias (*.bundle)</translation>
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
   <source>What this laptop is called</source>
   <translation>Nombre de este portátil</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
  <message>
   <source>Your new circle</source>
   <translation>Su nuevo círculo</translation>
  </message>
 </context>
 <context>
  <name>FirstRun</name>
  <message>
   <source>A circle made up for trying things out. Nothing you do there matters.</source>
   <translation>Un círculo inventado para probar. Nada de lo que haga en él cuenta.</translation>
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
   <source>Cancelled. Nothing was begun.</source>
   <translation>Cancelado. No se empezó nada.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuar</translation>
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
   <source>It is being made</source>
   <translation>Se está creando</translation>
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
   <source>One moment…</source>
   <translation>Un momento…</translation>
  </message>
  <message>
   <source>Please fill in “{label}”.</source>
   <translation>Rellene «{label}», por favor.</translation>
  </message>
  <message>
   <source>This laptop runs it. Others can join later.</source>
   <translation>Este portátil lo lleva. Otros podrán unirse después.</translation>
  </message>
  <message>
   <source>Trying what opens the backup</source>
   <translation>Se prueba si abre la copia de seguridad</translation>
  </message>
  <message>
   <source>Welcome to Learning Circles</source>
   <translation>Le damos la bienvenida a Learning Circles</translation>
  </message>
  <message>
   <source>Which language would you like to use? It can be changed at any time.</source>
   <translation>¿Qué idioma quiere usar? Se puede cambiar en cualquier momento.</translation>
  </message>
  <message>
   <source>You have an invitation from somebody who is in it.</source>
   <translation>Tiene una invitación de alguien que está en él.</translation>
  </message>
  <message>
   <source>You have its recovery sheet, or a backup.</source>
   <translation>Tiene su hoja de recuperación o una copia de seguridad.</translation>
  </message>
 </context>
 <context>
  <name>FirstSheet</name>
  <message>
   <source>24 words on paper that bring the circle back. You may skip it: until there is a sheet, a lost laptop is a lost circle, and Today reminds you.</source>
   <translation>24 palabras en papel que recuperan el círculo. Puede saltárselo: mientras no haya hoja, un portátil perdido es un círculo perdido, y «Hoy» se lo recuerda.</translation>
  </message>
  <message>
   <source>If this laptop is lost</source>
   <translation>Si se pierde este portátil</translation>
  </message>
  <message>
   <source>Make the recovery sheet now, to print or to save</source>
   <translation>Hacer ahora la hoja de recuperación, para imprimirla o guardarla</translation>
  </message>
 </context>
 <context>
  <name>Form</name>
  <message>
   <source>Meanwhile this was changed elsewhere. What you type takes its place.</source>
   <translation>Entretanto, esto se ha cambiado en otro sitio. Lo que escriba ocupará su lugar.</translation>
  </message>
  <message>
   <source>Meanwhile “{value}” was written here elsewhere. What you type takes its place.</source>
   <translation>Entretanto, en otro sitio se ha escrito aquí «{value}». Lo que escriba ocupará su lugar.</translation>
  </message>
 </context>
 <context>
  <name>GetBack</name>
  <message>
   <source>1. The recovery sheet</source>
   <translation>1. La hoja de recuperación</translation>
  </message>
  <message>
   <source>2. Where the circle’s records are</source>
   <translation>2. Dónde están los datos del círculo</translation>
  </message>
  <message>
   <source>3. You and this laptop</source>
   <translation>3. Usted y este portátil</translation>
  </message>
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
   <source>In a file: from a stick, or a backup</source>
   <translation>En un archivo: de una memoria, o una copia de seguridad</translation>
  </message>
  <message>
   <source>Its 24 words. With a backup and its passphrase, leave this empty.</source>
   <translation>Sus 24 palabras. Con una copia de seguridad y su frase secreta, deje esto vacío.</translation>
  </message>
  <message>
   <source>On the circle’s hub</source>
   <translation>En el nodo del círculo</translation>
  </message>
  <message>
   <source>Pictures, PDFs and texts ({endings})</source>
   <translation>Imágenes, PDF y textos ({endings})</translation>
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
   <source>The 24 words of its recovery sheet</source>
   <translation>Las 24 palabras de su hoja de recuperación</translation>
  </message>
  <message>
   <source>The circle has no hub, or it is gone for good: this laptop keeps its list of laptops</source>
   <translation>El círculo no tiene nodo, o se ha perdido para siempre: este portátil lleva desde ahora la lista de sus portátiles</translation>
  </message>
  <message>
   <source>The file of the stick, or the backup</source>
   <translation>El archivo de la memoria, o la copia de seguridad</translation>
  </message>
  <message>
   <source>The hub’s address, printed on the sheet. A photo of its code brings it along.</source>
   <translation>La dirección del nodo, impresa en la hoja. Una foto de su código también la da.</translation>
  </message>
  <message>
   <source>The passphrase of the backup, if it has one</source>
   <translation>La frase secreta de la copia de seguridad, si la tiene</translation>
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
   <source>Your name</source>
   <translation>Su nombre</translation>
  </message>
 </context>
 <context>
  <name>Guest</name>
  <message>
   <source>Choose what they come to.</source>
   <translation>Elija a qué viene esta persona.</translation>
  </message>
  <message>
   <source>Everybody needs a first name here. Type those who have one.</source>
   <translation>Aquí hace falta un nombre para cada persona. Escriba los que conozca.</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>Nombre de pila</translation>
  </message>
  <message>
   <source>Guests are noted by first names alone.</source>
   <translation>De las personas invitadas se anota solo el nombre, sin apellidos.</translation>
  </message>
  <message>
   <source>One by one: {names}.</source>
   <translation>Cada uno por separado: {names}.</translation>
  </message>
  <message>
   <source>One or two people? That is asked.</source>
   <translation>¿Una persona o dos? Se preguntará.</translation>
  </message>
  <message>
   <source>Only “{name}” is written down: guests are noted by first names alone.</source>
   <translation>Solo se anota «{name}»: de las personas invitadas se anota solo el nombre, sin apellidos.</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>Apuntar</translation>
  </message>
  <message>
   <source>There is no meetup now.</source>
   <translation>Ahora no hay ningún encuentro.</translation>
  </message>
  <message>
   <source>They are here</source>
   <translation>Está aquí</translation>
  </message>
  <message>
   <source>What do they come to?</source>
   <translation>¿A qué viene?</translation>
  </message>
  <message>
   <source>Who else came?</source>
   <translation>¿Quién más ha venido?</translation>
  </message>
  <message>
   <source>Who would like to come?</source>
   <translation>¿Quién quiere venir?</translation>
  </message>
 </context>
 <context>
  <name>GuestAnswers</name>
  <message>
   <source>Nobody in the circle is called so. Is the answer a guest’s?</source>
   <translation>Nadie en el círculo se llama así. ¿Es la respuesta de una persona invitada?</translation>
  </message>
  <message>
   <source>Note as a guest</source>
   <translation>Anotar como persona invitada</translation>
  </message>
  <message>
   <source>Or is it a guest’s answer?</source>
   <translation>¿O es la respuesta de una persona invitada?</translation>
  </message>
  <message>
   <source>Who is {name}?</source>
   <translation>¿Quién es {name}?</translation>
  </message>
  <message>
   <source>{name} is no member</source>
   <translation>{name} no es miembro</translation>
  </message>
 </context>
 <context>
  <name>Hall</name>
  <message>
   <source>Back</source>
   <translation>Atrás</translation>
  </message>
  <message>
   <source>Hall mode</source>
   <translation>Modo sala</translation>
  </message>
  <message>
   <source>Hold Escape to leave.</source>
   <translation>Mantenga pulsada Esc para salir.</translation>
  </message>
  <message>
   <source>It could not be undone. Please tell an organizer.</source>
   <translation>No se ha podido deshacer. Avise a una persona que organiza.</translation>
  </message>
  <message>
   <source>Leave…</source>
   <translation>Salir…</translation>
  </message>
  <message>
   <source>Not written down yet: {names}. “Sign up a guest” asks about them.</source>
   <translation>Sin anotar todavía: {names}. «Apuntar a una persona invitada» pregunta por ello.</translation>
  </message>
  <message>
   <source>Not written down yet: {names}. “Who came today?” asks about them.</source>
   <translation>Sin anotar todavía: {names}. «¿Quién vino hoy?» pregunta por ello.</translation>
  </message>
  <message>
   <source>That would be more than 24 hours on one day.</source>
   <translation>Serían más de 24 horas en un día.</translation>
  </message>
  <message>
   <source>This could not be written down. Please tell an organizer.</source>
   <translation>No se ha podido anotar. Avise a una persona que organiza.</translation>
  </message>
  <message>
   <source>Undone.</source>
   <translation>Deshecho.</translation>
  </message>
  <message>
   <source>{name} (no. {number})</source>
   <translation>{name} (n.º {number})</translation>
  </message>
 </context>
 <context>
  <name>HallDrafts</name>
  <message>
   <source>Somebody was erased: what waited of them here is gone with them.</source>
   <translation>Se ha borrado a una persona: lo que esperaba aquí de ella ha desaparecido con ella.</translation>
  </message>
 </context>
 <context>
  <name>HallMark</name>
  <message>
   <source>{name} (not here)</source>
   <translation>{name} (no está)</translation>
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
  <name>HoursTwice</name>
  <message>
   <source>Are these the same hours?</source>
   <translation>¿Son las mismas horas?</translation>
  </message>
  <message>
   <source>Both records brought {hours} in from before. As one person they have them twice now.</source>
   <translation>Las dos fichas trajeron {hours} de antes. Como una sola persona, ahora cuentan dos veces.</translation>
  </message>
  <message>
   <source>Count them once</source>
   <translation>Contarlas una vez</translation>
  </message>
  <message>
   <source>Leave both</source>
   <translation>Dejar ambas</translation>
  </message>
  <message>
   <source>The hours count once</source>
   <translation>Las horas cuentan una vez</translation>
  </message>
 </context>
 <context>
  <name>ImportColumns</name>
  <message>
   <source>(left out)</source>
   <translation>(omitida)</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <source>Read it like this</source>
   <translation>Leer así</translation>
  </message>
  <message>
   <source>What the columns hold</source>
   <translation>Qué contienen las columnas</translation>
  </message>
  <message>
   <source>country</source>
   <translation>país</translation>
  </message>
  <message>
   <source>day</source>
   <translation>día</translation>
  </message>
  <message>
   <source>family name</source>
   <translation>apellido</translation>
  </message>
  <message>
   <source>first name</source>
   <translation>nombre de pila</translation>
  </message>
  <message>
   <source>in hours</source>
   <translation>en horas</translation>
  </message>
  <message>
   <source>married name, or another in use</source>
   <translation>apellido de casada u otro en uso</translation>
  </message>
  <message>
   <source>middle name</source>
   <translation>segundo nombre</translation>
  </message>
  <message>
   <source>minutes or hours, as the numbers show</source>
   <translation>minutos u horas, según los números</translation>
  </message>
  <message>
   <source>postcode</source>
   <translation>código postal</translation>
  </message>
  <message>
   <source>second family name</source>
   <translation>segundo apellido</translation>
  </message>
  <message>
   <source>street</source>
   <translation>calle</translation>
  </message>
  <message>
   <source>time</source>
   <translation>hora</translation>
  </message>
  <message>
   <source>town</source>
   <translation>localidad</translation>
  </message>
 </context>
 <context>
  <name>ImportList</name>
  <message numerus="yes">
   <source>%n left out</source>
   <translation>
    <numerusform>%n quedó fuera</numerusform>
    <numerusform>%n quedaron fuera</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member(s) bring hours along. The circle’s pot balances them.</source>
   <translation>
    <numerusform>%n miembro trae horas. El fondo del círculo las compensa.</numerusform>
    <numerusform>%n miembros traen horas. El fondo del círculo las compensa.</numerusform>
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
   <source>%n row(s) imported</source>
   <translation>
    <numerusform>%n fila importada</numerusform>
    <numerusform>%n filas importadas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) say nothing new.</source>
   <translation>
    <numerusform>%n fila no dice nada nuevo.</numerusform>
    <numerusform>%n filas no dicen nada nuevo.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) say otherwise of who is here. Tick whose you want to take over.</source>
   <translation>
    <numerusform>%n fila dice otra cosa de alguien que ya está. Márquela para tomarla.</numerusform>
    <numerusform>%n filas dicen otra cosa de quienes ya están. Marque las que quiera tomar.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) want a look.</source>
   <translation>
    <numerusform>%n fila necesita una revisión.</numerusform>
    <numerusform>%n filas necesitan una revisión.</numerusform>
   </translation>
  </message>
  <message>
   <source>All of this file is here already. There is nothing to import.</source>
   <translation>Todo lo de este archivo ya está aquí. No hay nada que importar.</translation>
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
   <source>Columns…</source>
   <translation>Columnas…</translation>
  </message>
  <message>
   <source>Enter ticks a row, or takes its tick away. Of several marked rows it does so with all alike.</source>
   <translation>Intro marca o desmarca una fila. Si hay varias seleccionadas, hace lo mismo con todas las del mismo tipo.</translation>
  </message>
  <message>
   <source>Everybody in this file is here already. There is nothing to import.</source>
   <translation>Todas las personas de este archivo ya están aquí. No hay nada que importar.</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importar</translation>
  </message>
  <message numerus="yes">
   <source>Import %n row(s)</source>
   <translation>
    <numerusform>Importar %n fila</numerusform>
    <numerusform>Importar %n filas</numerusform>
   </translation>
  </message>
  <message>
   <source>Import a list</source>
   <translation>Importar una lista</translation>
  </message>
  <message>
   <source>Import {file}</source>
   <translation>Importar {file}</translation>
  </message>
  <message>
   <source>It goes on after these: import it again later.</source>
   <translation>Sigue después de estas: vuelva a importarlo más tarde.</translation>
  </message>
  <message>
   <source>Left out: {what}.</source>
   <translation>Omitido: {what}.</translation>
  </message>
  <message>
   <source>Lists ({endings})</source>
   <translation>Listas ({endings})</translation>
  </message>
  <message>
   <source>No title of these columns is known here. Say with “Columns…” what each of them holds.</source>
   <translation>Aquí no se conoce ningún título de estas columnas. Indique con «Columnas…» qué contiene cada una.</translation>
  </message>
  <message>
   <source>Reading {file}</source>
   <translation>Leyendo {file}</translation>
  </message>
  <message>
   <source>Rows of the file</source>
   <translation>Filas del archivo</translation>
  </message>
  <message>
   <source>The file mixes two encodings, UTF-8 and {encoding}: look at letters with accents.</source>
   <translation>El archivo mezcla dos codificaciones, UTF-8 y {encoding}: compruebe las letras con acentos.</translation>
  </message>
  <message>
   <source>There are no rows below the titles.</source>
   <translation>No hay ninguna fila debajo de los títulos.</translation>
  </message>
  <message>
   <source>This does not look like a list. Row {row} was taken for the titles of its columns, because it says “{titles}”. Nothing is ticked: look at the rows first.</source>
   <translation>Esto no parece una lista. La fila {row} se ha tomado por los títulos de las columnas, porque dice «{titles}». No hay nada marcado: mire primero las filas.</translation>
  </message>
  <message>
   <source>This is the sheet “{sheet}”.</source>
   <translation>Esta es la hoja «{sheet}».</translation>
  </message>
  <message>
   <source>This row cannot be taken. {why}</source>
   <translation>Esta fila no se puede tomar. {why}</translation>
  </message>
  <message>
   <source>What the rows are</source>
   <translation>Qué son las filas</translation>
  </message>
  <message>
   <source>Which sheet?</source>
   <translation>¿Qué hoja?</translation>
  </message>
  <message>
   <source>{name} is opened once this is finished.</source>
   <translation>{name} se abrirá cuando termine esto.</translation>
  </message>
  <message>
   <source>{title}: a birthday without a year, such as {cell}, gives no year of birth, and is left out.</source>
   <translation>{title}: un cumpleaños sin año, como {cell}, no da el año de nacimiento y se deja fuera.</translation>
  </message>
  <message>
   <source>{title}: names such as “{cell}” were turned, the family name last.</source>
   <translation>{title}: los nombres como «{cell}» se han dado la vuelta, con el apellido al final.</translation>
  </message>
  <message>
   <source>{title}: {cell} may be two days. The day was taken to come first: look at the days.</source>
   <translation>{title}: {cell} puede ser dos días distintos. Se ha leído el día antes que el mes: compruebe las fechas.</translation>
  </message>
  <message numerus="yes">
   <source>“{title}” repeats: %n date(s) of the 12 months from its next one are shown.</source>
   <translation>
    <numerusform>«{title}» se repite: se muestra %n fecha de los 12 meses a partir de la próxima.</numerusform>
    <numerusform>«{title}» se repite: se muestran %n fechas de los 12 meses a partir de la próxima.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportSaid</name>
  <message>
   <source>A tick here adds another one.</source>
   <translation>Una marca aquí añade otro.</translation>
  </message>
  <message>
   <source>A tick here adds somebody else.</source>
   <translation>Una marca aquí añade a otra persona.</translation>
  </message>
  <message>
   <source>Another one than “{name}”? A tick here adds it.</source>
   <translation>¿Algo distinto de «{name}»? Una marca aquí lo añade.</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Cambiado</translation>
  </message>
  <message>
   <source>Differs</source>
   <translation>Distinto</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Conocido</translation>
  </message>
  <message>
   <source>Lacks something</source>
   <translation>Le falta algo</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>Por mirar</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nuevo</translation>
  </message>
  <message>
   <source>New: {what}.</source>
   <translation>Nuevo: {what}.</translation>
  </message>
  <message>
   <source>No longer in the list: {what}. A tick takes it away here, too. This is {name}.</source>
   <translation>Ya no está en la lista: {what}. Al marcarlo se quita también aquí. Es {name}.</translation>
  </message>
  <message>
   <source>Somebody else than {name}? A tick here adds them.</source>
   <translation>¿Otra persona que {name}? Una marca aquí la añade.</translation>
  </message>
  <message>
   <source>The same as {name}? A tick here takes over: {what}.</source>
   <translation>¿Es {name}? Una marca aquí toma: {what}.</translation>
  </message>
  <message>
   <source>The same as {name}? Then nothing is to be brought in.</source>
   <translation>¿Es {name}? Entonces no hay nada que incorporar.</translation>
  </message>
  <message>
   <source>This is {name}, who is here already; nothing is new.</source>
   <translation>Es {name}, que ya está; no hay nada nuevo.</translation>
  </message>
  <message>
   <source>This is {name}.</source>
   <translation>Es {name}.</translation>
  </message>
  <message>
   <source>Unusable</source>
   <translation>Inservible</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>vacío</translation>
  </message>
  <message>
   <source>something for the notes</source>
   <translation>algo para las notas</translation>
  </message>
  <message>
   <source>{field} also {what}</source>
   <translation>{field} también {what}</translation>
  </message>
  <message>
   <source>{field} {before} → {after}</source>
   <translation>{field} {before} → {after}</translation>
  </message>
  <message>
   <source>{what}: that is changed in the program, by no list.</source>
   <translation>{what}: eso se cambia en el programa, no con una lista.</translation>
  </message>
  <message>
   <source>“{name}” is here already; nothing is new.</source>
   <translation>«{name}» ya está aquí; no hay nada nuevo.</translation>
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
  <message>
   <source>This circle has no hub: it comes on a USB stick. One of its laptops writes the stick (“Share”, “Write a stick…”); choose its file in the last field. Then write a stick on the new laptop, and bring it back. Beside each other on one network the two need no stick.</source>
   <translation>Este círculo no tiene nodo: llega en una memoria USB. Uno de sus portátiles la escribe («Compartir», «Copiar en una memoria…»); elija su archivo en el último campo. Después copie el círculo en una memoria USB desde el portátil nuevo y llévela de vuelta. Uno junto a otro en la misma red, no hace falta memoria.</translation>
  </message>
 </context>
 <context>
  <name>InvitationsDialog</name>
  <message>
   <source>Cancel it</source>
   <translation>Anularla</translation>
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
   <source>made by a clock that was wrong: better cancel it</source>
   <translation>hecha con un reloj que iba mal: mejor anularla</translation>
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
   <source>The code that the hub’s steward gave you</source>
   <translation>El código que le dio el encargado del nodo</translation>
  </message>
  <message>
   <source>The hub keeps what this circle writes in sealed form and cannot read it. Only what the circle chooses to publish, such as an offer for everybody, can be read there.</source>
   <translation>El nodo guarda sellado lo que este círculo escribe y no puede leerlo. Solo lo que el círculo decide publicar, como una oferta para todos, se puede leer allí.</translation>
  </message>
  <message>
   <source>The other laptops hear of the hub when they share with this one, by a stick or beside it.</source>
   <translation>Los demás portátiles se enterarán del nodo cuando compartan con este, con una memoria o a su lado.</translation>
  </message>
  <message>
   <source>This circle shares through {hub} now. With this code it moves to {other}, and leaves the first one. Press again if that is meant.</source>
   <translation>Este círculo comparte ahora a través de {hub}. Con este código se muda a {other} y deja el primero. Pulse otra vez si es lo que quiere.</translation>
  </message>
 </context>
 <context>
  <name>KeptHere</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Everything that this laptop wrote has been shared, and counts.</source>
   <translation>Todo lo que este portátil escribió se ha compartido y cuenta.</translation>
  </message>
  <message>
   <source>It was written on this laptop and does not count. An organizer who gets it can take it in.</source>
   <translation>Se escribió en este portátil y no cuenta. Una persona que lleve el círculo y lo reciba puede recogerlo.</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un momento…</translation>
  </message>
  <message>
   <source>Save what was not shared…</source>
   <translation>Guardar lo que no se compartió…</translation>
  </message>
  <message numerus="yes">
   <source>This laptop had erased %n member(s), and was shut out before the others heard of it. Ask an organizer to erase them again, or save what was not shared and give one that file: reading it erases them there, too.</source>
   <translation>
    <numerusform>Este portátil había borrado a %n miembro, y se excluyó antes de que los demás lo supieran. Pida a una persona que lleva el círculo que lo borre de nuevo, o guarde lo que no se compartió y dele ese archivo: al leerlo se borra también allí.</numerusform>
    <numerusform>Este portátil había borrado a %n miembros, y se excluyó antes de que los demás lo supieran. Pida a una persona que lleva el círculo que los borre de nuevo, o guarde lo que no se compartió y dele ese archivo: al leerlo se borran también allí.</numerusform>
   </translation>
  </message>
  <message>
   <source>This laptop had erased {people}. That does not count: ask an organizer to erase them again.</source>
   <translation>Este portátil había borrado a {people}. Eso no cuenta: pida a una persona que lleva el círculo que lo borre de nuevo.</translation>
  </message>
  <message>
   <source>What this laptop keeps</source>
   <translation>Lo que guarda este portátil</translation>
  </message>
 </context>
 <context>
  <name>Known</name>
  <message>
   <source>A guest called {name} is written down for {title} already. Is it the same one?</source>
   <translation>Ya hay anotada para {title} una persona invitada que se llama {name}. ¿Es la misma?</translation>
  </message>
  <message>
   <source>Several members are called {name}. Which one is it?</source>
   <translation>Varios miembros se llaman {name}. ¿Quién es?</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Otra persona</translation>
  </message>
  <message>
   <source>The same one</source>
   <translation>La misma</translation>
  </message>
  <message>
   <source>There are more of that name.</source>
   <translation>Hay más personas con ese nombre.</translation>
  </message>
  <message>
   <source>Type the whole name</source>
   <translation>Escribir el nombre completo</translation>
  </message>
  <message>
   <source>{name} is in the list of members. Is it them?</source>
   <translation>{name} está en la lista de miembros. ¿Es esa persona?</translation>
  </message>
 </context>
 <context>
  <name>LanguagesEditor</name>
  <message>
   <source>Is “{words}” a language? None is known by that name; it is kept as it stands.</source>
   <translation>¿Es «{words}» un idioma? No se conoce ninguno con ese nombre; se guarda tal cual.</translation>
  </message>
 </context>
 <context>
  <name>LaptopDialog</name>
  <message>
   <source>A laptop</source>
   <translation>Un portátil</translation>
  </message>
  <message>
   <source>If it was lost or stolen…</source>
   <translation>Si se perdió o lo robaron…</translation>
  </message>
  <message>
   <source>It keeps the list of the circle’s laptops.</source>
   <translation>Lleva la lista de los portátiles del círculo.</translation>
  </message>
  <message>
   <source>Keep the list on that laptop from now on</source>
   <translation>Llevar la lista en ese portátil a partir de ahora</translation>
  </message>
  <message>
   <source>Keep the list on this laptop from now on</source>
   <translation>Llevar la lista en este portátil a partir de ahora</translation>
  </message>
  <message>
   <source>Only a laptop that may run the circle can keep the list of its laptops.</source>
   <translation>Solo un portátil que puede llevar el círculo puede llevar la lista de sus portátiles.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Guardar</translation>
  </message>
  <message>
   <source>The hub keeps the list of the circle’s laptops.</source>
   <translation>El nodo lleva la lista de los portátiles del círculo.</translation>
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
  <message>
   <source>Whoever keeps the list lets new laptops in. It must run the circle; {name} keeps it now.</source>
   <translation>Quien lleva la lista deja entrar a los portátiles nuevos. Debe poder llevar el círculo; ahora la lleva {name}.</translation>
  </message>
  <message>
   <source>Whoever keeps the list lets new laptops in. Take it over from {name} only if that one is gone.</source>
   <translation>Quien lleva la lista deja entrar a los portátiles nuevos. Quítesela a {name} solo si ese ya no está.</translation>
  </message>
 </context>
 <context>
  <name>LaptopName</name>
  <message>
   <source>{name}’s Mac</source>
   <translation>Mac de {name}</translation>
  </message>
  <message>
   <source>{name}’s computer</source>
   <translation>Ordenador de {name}</translation>
  </message>
  <message>
   <source>{name}’s laptop</source>
   <translation>Portátil de {name}</translation>
  </message>
 </context>
 <context>
  <name>Laptops</name>
  <message>
   <source>Laptop without a name</source>
   <translation>Portátil sin nombre</translation>
  </message>
  <message>
   <source>Laptop without a name ({id})</source>
   <translation>Portátil sin nombre ({id})</translation>
  </message>
 </context>
 <context>
  <name>LaptopsModel</name>
  <message>
   <source>Gone since {day}</source>
   <translation>Se fue el {day}</translation>
  </message>
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
   <source>Runs the circle, lets laptops in</source>
   <translation>Lleva el círculo, da entrada</translation>
  </message>
  <message>
   <source>Shut out</source>
   <translation>Excluido</translation>
  </message>
  <message>
   <source>Went on as {name}</source>
   <translation>Sigue como {name}</translation>
  </message>
  <message>
   <source>What it may do</source>
   <translation>Qué puede hacer</translation>
  </message>
  <message>
   <source>{name} (this laptop)</source>
   <translation>{name} (este portátil)</translation>
  </message>
  <message>
   <source>{name}, by the recovery sheet</source>
   <translation>{name}, con la hoja de recuperación</translation>
  </message>
  <message>
   <source>{when} by its own clock, which is wrong</source>
   <translation>{when} según su propio reloj, que está mal</translation>
  </message>
 </context>
 <context>
  <name>LastDayEditor</name>
  <message>
   <source>This day is past: it counts as ended.</source>
   <translation>Este día ya pasó: se considera terminado.</translation>
  </message>
 </context>
 <context>
  <name>Leads</name>
  <message>
   <source>Keep</source>
   <translation>Conservar</translation>
  </message>
  <message>
   <source>Keep the name, number and details of:</source>
   <translation>Conservar el nombre, el número y los datos de:</translation>
  </message>
  <message>
   <source>Where both have something, that of the one you keep is shown; what it lacks is taken from the other. Nothing is deleted: you can take them apart again.</source>
   <translation>Lo que ambas tienen se muestra como en la que conserva; lo que le falta se toma de la otra. No se borra nada: puede volver a separarlas.</translation>
  </message>
 </context>
 <context>
  <name>Learned</name>
  <message>
   <source>How</source>
   <translation>Cómo</translation>
  </message>
  <message>
   <source>Nothing is noted here yet. Whatever was learned, in whatever way, can be.</source>
   <translation>Aquí todavía no hay nada anotado. Todo lo aprendido, de la manera que sea, puede anotarse.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Tiempo</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Qué</translation>
  </message>
  <message>
   <source>What {name} has learned</source>
   <translation>Lo que {name} ha aprendido</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Cuándo</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Dónde</translation>
  </message>
  <message>
   <source>With whom</source>
   <translation>Con quién</translation>
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
   <source>Nothing noted yet</source>
   <translation>Todavía no hay nada anotado</translation>
  </message>
  <message>
   <source>Recently removed</source>
   <translation>Quitados hace poco</translation>
  </message>
  <message>
   <source>Search names, topics, places</source>
   <translation>Buscar nombres, temas, lugares</translation>
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
   <source>Time (hours)</source>
   <translation>Tiempo (horas)</translation>
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
   <source>Show the person</source>
   <translation>Ver a la persona</translation>
  </message>
  <message>
   <source>{topic} is back</source>
   <translation>{topic} ha vuelto</translation>
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
   <source>What was written from it stays where it was put:</source>
   <translation>Lo que se sacó de él queda donde se puso:</translation>
  </message>
  <message>
   <source>Write a stick</source>
   <translation>Copiar en una memoria</translation>
  </message>
  <message>
   <source>Write what is here onto a stick first…</source>
   <translation>Escribir antes en una memoria lo que hay aquí…</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeaveHall</name>
  <message>
   <source>Everything of the circle is shown then. Type its passphrase.</source>
   <translation>Entonces se muestra todo el círculo. Escriba su frase secreta.</translation>
  </message>
  <message>
   <source>Everything of the circle is shown then: names, telephones, notes.</source>
   <translation>Entonces se muestra todo el círculo: nombres, teléfonos, notas.</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Leave the hall mode?</source>
   <translation>¿Salir del modo sala?</translation>
  </message>
  <message>
   <source>Not written down yet, and kept on Today: {exchanges}.</source>
   <translation>Sin anotar todavía, y conservado en Hoy: {exchanges}.</translation>
  </message>
  <message>
   <source>Not written down yet: {names}. Whoever leaves the hall mode now gives them up.</source>
   <translation>Sin anotar todavía: {names}. Quien sale ahora del modo sala renuncia a esos nombres.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase secreta</translation>
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
   <source>Leave the hours where they are</source>
   <translation>Dejar las horas donde están</translation>
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
   <source>They have left the circle</source>
   <translation>La salida está anotada</translation>
  </message>
  <message>
   <source>They leave</source>
   <translation>Confirmar la salida</translation>
  </message>
  <message>
   <source>They owe {hours}: the circle’s pot takes that over.</source>
   <translation>Debe {hours}: el fondo del círculo se hace cargo.</translation>
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
   <source>{name} leaves the circle</source>
   <translation>{name} deja el círculo</translation>
  </message>
 </context>
 <context>
  <name>LeftNames</name>
  <message>
   <source>Leave {name} out</source>
   <translation>No anotar a {name}</translation>
  </message>
  <message>
   <source>Say who {name} is</source>
   <translation>Decir quién es {name}</translation>
  </message>
  <message>
   <source>Still to say who is meant:</source>
   <translation>Falta decir de quién se trata:</translation>
  </message>
  <message>
   <source>Still to say who is meant: {names}</source>
   <translation>Falta decir de quién se trata: {names}</translation>
  </message>
 </context>
 <context>
  <name>LeftOutDialog</name>
  <message>
   <source>Bring it back</source>
   <translation>Recuperarlo</translation>
  </message>
  <message>
   <source>Nothing is left out.</source>
   <translation>No hay nada descartado.</translation>
  </message>
  <message>
   <source>Work that was left out</source>
   <translation>Trabajo descartado</translation>
  </message>
  <message numerus="yes">
   <source>{name}: %n change(s)</source>
   <translation>
    <numerusform>{name}: %n cambio</numerusform>
    <numerusform>{name}: %n cambios</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LengthEditor</name>
  <message>
   <source>{number} hours</source>
   <translation>{number} horas</translation>
  </message>
  <message>
   <source>{number} minutes</source>
   <translation>{number} minutos</translation>
  </message>
 </context>
 <context>
  <name>Lengths</name>
  <message>
   <source>Another length</source>
   <translation>Otra duración</translation>
  </message>
  <message>
   <source>or such as {length}</source>
   <translation>o p. ej. {length}</translation>
  </message>
 </context>
 <context>
  <name>ListActions</name>
  <message>
   <source>Columns of this list…</source>
   <translation>Columnas de esta lista…</translation>
  </message>
  <message>
   <source>Import a list…</source>
   <translation>Importar una lista…</translation>
  </message>
  <message>
   <source>Recently removed…</source>
   <translation>Quitados hace poco…</translation>
  </message>
  <message>
   <source>Sort this list by…</source>
   <translation>Ordenar esta lista por…</translation>
  </message>
  <message>
   <source>There is no list on this page.</source>
   <translation>No hay ninguna lista en esta página.</translation>
  </message>
  <message>
   <source>csv spreadsheet excel upload</source>
   <translation>csv hoja de cálculo excel importar cargar</translation>
  </message>
  <message>
   <source>export csv spreadsheet excel download</source>
   <translation>exportar csv hoja de cálculo excel descargar</translation>
  </message>
  <message>
   <source>order arrange</source>
   <translation>orden ordenar clasificar</translation>
  </message>
 </context>
 <context>
  <name>Listing</name>
  <message numerus="yes">
   <source>%n in this list</source>
   <translation>
    <numerusform>%n en esta lista</numerusform>
    <numerusform>%n en esta lista</numerusform>
   </translation>
  </message>
  <message>
   <source>Page {number}</source>
   <translation>Página {number}</translation>
  </message>
  <message>
   <source>There is nothing in this list.</source>
   <translation>Esta lista no contiene nada.</translation>
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
   <source>Left empty, it is the circle’s own.</source>
   <translation>Si se deja vacío, es del propio círculo.</translation>
  </message>
  <message>
   <source>Left empty, the title stands for it.</source>
   <translation>Si queda vacío, vale el título.</translation>
  </message>
  <message>
   <source>{title} is saved</source>
   <translation>{title} se ha guardado</translation>
  </message>
  <message>
   <source>{title} removed</source>
   <translation>{title}: quitado</translation>
  </message>
 </context>
 <context>
  <name>ListingTable</name>
  <message>
   <source>Change…</source>
   <translation>Cambiar…</translation>
  </message>
  <message>
   <source>Choose a request first.</source>
   <translation>Elija primero una petición.</translation>
  </message>
  <message>
   <source>Ended in {year}</source>
   <translation>Terminada en {year}</translation>
  </message>
  <message>
   <source>Ended on {day}</source>
   <translation>Terminada el {day}</translation>
  </message>
  <message>
   <source>Find someone…</source>
   <translation>Buscar a alguien…</translation>
  </message>
  <message>
   <source>Mark as: {state}</source>
   <translation>Marcar como: {state}</translation>
  </message>
  <message>
   <source>Matched for {day}</source>
   <translation>Emparejada para el {day}</translation>
  </message>
  <message>
   <source>No offer yet</source>
   <translation>Aún no hay ofertas</translation>
  </message>
  <message>
   <source>No request yet</source>
   <translation>Aún no hay peticiones</translation>
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
   <source>Show the person</source>
   <translation>Ver a la persona</translation>
  </message>
  <message>
   <source>Somebody is found for this request already.</source>
   <translation>Ya hay alguien para esta petición.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>This request has ended. Change its last day first.</source>
   <translation>Esta petición ha terminado. Cambie primero su último día.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>What would somebody learn?</source>
   <translation>¿Qué querría aprender alguien?</translation>
  </message>
  <message>
   <source>What would somebody teach?</source>
   <translation>¿Qué querría enseñar alguien?</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>{title} removed</source>
   <translation>{title}: quitado</translation>
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
   <source>All details of these people, as a CSV table</source>
   <translation>Todos los datos de estas personas, en tabla CSV</translation>
  </message>
  <message>
   <source>All details of these people, as a spreadsheet (Excel)</source>
   <translation>Todos los datos de estas personas, en hoja de cálculo (Excel)</translation>
  </message>
  <message>
   <source>All details, as a CSV table</source>
   <translation>Todos los datos, en tabla CSV</translation>
  </message>
  <message>
   <source>All details, as a spreadsheet (Excel)</source>
   <translation>Todos los datos, en hoja de cálculo (Excel)</translation>
  </message>
  <message>
   <source>CSV table, as the list is seen</source>
   <translation>Tabla CSV, la lista tal como se ve</translation>
  </message>
  <message>
   <source>Calendar (iCalendar)</source>
   <translation>Calendario (iCalendar)</translation>
  </message>
  <message>
   <source>Everything, for programs (JSON)</source>
   <translation>Todo, para otros programas (JSON)</translation>
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
   <source>Spreadsheet (Excel), as the list is seen</source>
   <translation>Hoja de cálculo (Excel), la lista tal como se ve</translation>
  </message>
  <message>
   <source>Whoever finds the paper can read it.</source>
   <translation>Quien encuentre el papel puede leerlo.</translation>
  </message>
  <message>
   <source>“{words}”</source>
   <translation>«{words}»</translation>
  </message>
 </context>
 <context>
  <name>LockCard</name>
  <message numerus="yes">
   <source>After %n minute(s)</source>
   <translation>
    <numerusform>Después de %n minuto</numerusform>
    <numerusform>Después de %n minutos</numerusform>
   </translation>
  </message>
  <message>
   <source>Change the passphrase…</source>
   <translation>Cambiar la frase secreta…</translation>
  </message>
  <message>
   <source>Lock when nobody uses it</source>
   <translation>Bloquear cuando nadie lo usa</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Nunca</translation>
  </message>
  <message>
   <source>Passphrase and lock</source>
   <translation>Frase secreta y bloqueo</translation>
  </message>
  <message>
   <source>Set a passphrase…</source>
   <translation>Elegir una frase secreta…</translation>
  </message>
  <message>
   <source>Take the passphrase off…</source>
   <translation>Quitar la frase secreta…</translation>
  </message>
  <message>
   <source>This circle opens with a passphrase on this laptop. While it is locked, nothing is shared.</source>
   <translation>En este portátil, este círculo se abre con una frase secreta. Mientras está bloqueado, no se comparte nada.</translation>
  </message>
  <message>
   <source>Whoever uses your account on this laptop can open this circle. A passphrase changes that.</source>
   <translation>Quien use su cuenta en este portátil puede abrir este círculo. Una frase secreta lo impide.</translation>
  </message>
 </context>
 <context>
  <name>Locked</name>
  <message>
   <source>Go to {circle}</source>
   <translation>Ir a {circle}</translation>
  </message>
  <message>
   <source>Nothing is shared until it is opened again.</source>
   <translation>No se comparte nada hasta que se abra de nuevo.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Frase secreta</translation>
  </message>
  <message>
   <source>They are opened as soon as the circle is: {names}.</source>
   <translation>Se abren en cuanto se abra el círculo: {names}.</translation>
  </message>
  <message>
   <source>What you had begun is kept.</source>
   <translation>Lo que había empezado queda guardado.</translation>
  </message>
  <message>
   <source>{circle} is locked</source>
   <translation>{circle} está bloqueado</translation>
  </message>
  <message>
   <source>{name} is not there.</source>
   <translation>{name} no está ahí.</translation>
  </message>
  <message>
   <source>{name} is opened as soon as the circle is.</source>
   <translation>{name} se abrirá en cuanto se abra el círculo.</translation>
  </message>
 </context>
 <context>
  <name>Lockup</name>
  <message numerus="yes">
   <source>Nobody used it for %n minute(s).</source>
   <translation>
    <numerusform>Nadie lo ha usado durante %n minuto.</numerusform>
    <numerusform>Nadie lo ha usado durante %n minutos.</numerusform>
   </translation>
  </message>
  <message>
   <source>Without a passphrase nothing locks. Set one first.</source>
   <translation>Sin frase secreta nada se bloquea. Establezca una primero.</translation>
  </message>
 </context>
 <context>
  <name>MainMenu</name>
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
   <source>Add a request</source>
   <translation>Añadir una petición</translation>
  </message>
  <message>
   <source>Add an offer</source>
   <translation>Añadir una oferta</translation>
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
   <source>Hall mode</source>
   <translation>Modo sala</translation>
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
   <source>Lock now</source>
   <translation>Bloquear ahora</translation>
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
   <source>Plan a meetup</source>
   <translation>Planear un encuentro</translation>
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
   <source>Who came today?</source>
   <translation>¿Quién vino hoy?</translation>
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
   <source>{title} changed</source>
   <translation>{title}: cambiado</translation>
  </message>
  <message>
   <source>{title} planned</source>
   <translation>{title}: planeado</translation>
  </message>
  <message numerus="yes">
   <source>{title}: %n meetup(s) planned</source>
   <translation>
    <numerusform>{title}: %n encuentro planeado</numerusform>
    <numerusform>{title}: %n encuentros planeados</numerusform>
   </translation>
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
   <source>No meetup yet</source>
   <translation>Aún no hay encuentros</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
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
   <source>Remove</source>
   <translation>Quitar</translation>
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
  <message>
   <source>{title} removed</source>
   <translation>{title}: quitado</translation>
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
   <source>Call off</source>
   <translation>Suspender</translation>
  </message>
  <message>
   <source>Choose a meetup first, then once more.</source>
   <translation>Elija primero un encuentro y vuelva a intentarlo.</translation>
  </message>
  <message>
   <source>Choose a meetup to see its details.</source>
   <translation>Elija un encuentro para ver sus detalles.</translation>
  </message>
  <message>
   <source>Close the details</source>
   <translation>Cerrar los detalles</translation>
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
   <source>It takes place after all</source>
   <translation>El encuentro sí tiene lugar</translation>
  </message>
  <message>
   <source>No meetup chosen</source>
   <translation>Ningún encuentro elegido</translation>
  </message>
  <message>
   <source>No meetup on this day.</source>
   <translation>No hay encuentro este día.</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Planear un encuentro</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>Cartel</translation>
  </message>
  <message>
   <source>Save who means to come as…</source>
   <translation>Guardar quién piensa venir como…</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Hoja de asistencia</translation>
  </message>
  <message>
   <source>Who came</source>
   <translation>Quién vino</translation>
  </message>
  <message>
   <source>{title} called off</source>
   <translation>Encuentro suspendido: {title}</translation>
  </message>
  <message>
   <source>{title} called off. Today says whom to tell.</source>
   <translation>Encuentro suspendido: {title}. En Hoy se ve a quién avisar.</translation>
  </message>
  <message>
   <source>{title} takes place after all</source>
   <translation>{title} sí tiene lugar</translation>
  </message>
 </context>
 <context>
  <name>Meetups</name>
  <message>
   <source>Held</source>
   <translation>Celebrado</translation>
  </message>
  <message>
   <source>Today at {time}: {title}</source>
   <translation>Hoy a las {time}: {title}</translation>
  </message>
  <message>
   <source>{time}: {title}</source>
   <translation>{time}: {title}</translation>
  </message>
 </context>
 <context>
  <name>MeetupsPage</name>
  <message>
   <source>Earlier in the calendar</source>
   <translation>Antes en el calendario</translation>
  </message>
  <message>
   <source>Edit the chosen meetup</source>
   <translation>Cambiar el encuentro elegido</translation>
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
   <source>Later in the calendar</source>
   <translation>Después en el calendario</translation>
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
   <source>Meetups of one name have one colour. What is called off is struck through.</source>
   <translation>Los encuentros del mismo nombre tienen el mismo color. Lo suspendido está tachado.</translation>
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
   <source>Show meetups as a list</source>
   <translation>Ver los encuentros en lista</translation>
  </message>
  <message>
   <source>Show the month</source>
   <translation>Ver el mes</translation>
  </message>
  <message>
   <source>Show the week</source>
   <translation>Ver la semana</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Semana</translation>
  </message>
  <message>
   <source>export csv spreadsheet excel download answers</source>
   <translation>exportar csv hoja de cálculo excel descargar respuestas</translation>
  </message>
  <message>
   <source>print paper pdf</source>
   <translation>imprimir papel pdf</translation>
  </message>
 </context>
 <context>
  <name>MemberPane</name>
  <message>
   <source>Age</source>
   <translation>Edad</translation>
  </message>
  <message>
   <source>Agreed to</source>
   <translation>Dio su acuerdo</translation>
  </message>
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
   <source>Learning record…</source>
   <translation>Aprendizajes…</translation>
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
   <source>{balance}  ({given} given, {received} received, {brought} at the beginning)</source>
   <translation>{balance}  ({given} dadas, {received} recibidas, {brought} al principio)</translation>
  </message>
  <message>
   <source>{field} of {name} was not changed. {sentence}</source>
   <translation>{field} de {name} no se ha cambiado. {sentence}</translation>
  </message>
  <message>
   <source>{purpose}, until {day}</source>
   <translation>{purpose}, hasta el {day}</translation>
  </message>
 </context>
 <context>
  <name>Mended</name>
  <message numerus="yes">
   <source>%n change(s) that nobody else has could not be read.</source>
   <translation>
    <numerusform>%n cambio que nadie más tiene no se pudo leer.</numerusform>
    <numerusform>%n cambios que nadie más tiene no se pudieron leer.</numerusform>
   </translation>
  </message>
  <message>
   <source>All that its lists showed has been brought over; of some of it nobody knows any more who had entered it, and what it said before.</source>
   <translation>Se recuperó todo lo que mostraban sus listas; de una parte ya no se sabe quién la había anotado ni qué decía antes.</translation>
  </message>
  <message>
   <source>Everything that was in it has been brought over.</source>
   <translation>Se ha recuperado todo lo que contenía.</translation>
  </message>
  <message>
   <source>How many changes that were, nobody can tell.</source>
   <translation>Cuántos cambios eran, nadie lo puede decir.</translation>
  </message>
  <message>
   <source>Members: {members} · Exchanges: {swaps} · Meetups: {meetups}</source>
   <translation>Miembros: {members} · Intercambios: {swaps} · Encuentros: {meetups}</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>Abrir {name}</translation>
  </message>
  <message>
   <source>Some of it could not be read. It comes back by sharing with the hub or another laptop.</source>
   <translation>Una parte no se pudo leer. Volverá al compartir con el nodo u otro portátil.</translation>
  </message>
  <message>
   <source>Some of it could not be read. No other laptop and no hub has that: it may be in a backup.</source>
   <translation>Una parte no se pudo leer. Ningún otro portátil ni nodo la tiene: quizá esté en una copia de seguridad.</translation>
  </message>
  <message>
   <source>Some of what this laptop had not shared yet could not be read: look through what came last.</source>
   <translation>Una parte de lo que este portátil aún no había compartido no se pudo leer: revise lo último que anotó.</translation>
  </message>
  <message>
   <source>The damaged file is kept beside it: {file}</source>
   <translation>El archivo dañado se guarda al lado: {file}</translation>
  </message>
  <message>
   <source>{gone} of {of} could not be read</source>
   <translation>{gone} de {of} no se han podido leer</translation>
  </message>
  <message>
   <source>{name} is mended</source>
   <translation>{name} está reparado</translation>
  </message>
 </context>
 <context>
  <name>MergeMember</name>
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
  <name>NoMeetupToday</name>
  <message>
   <source>Plan a meetup</source>
   <translation>Planear un encuentro</translation>
  </message>
  <message>
   <source>The latest one was “{title}”, {when}.</source>
   <translation>El último fue «{title}», {when}.</translation>
  </message>
  <message>
   <source>There is no meetup today.</source>
   <translation>Hoy no hay encuentro.</translation>
  </message>
  <message>
   <source>There was none before, either.</source>
   <translation>Tampoco hubo ninguno antes.</translation>
  </message>
  <message>
   <source>Who came there</source>
   <translation>Quién vino</translation>
  </message>
 </context>
 <context>
  <name>NoSheet</name>
  <message>
   <source>Make the recovery sheet first…</source>
   <translation>Hacer primero la hoja de recuperación…</translation>
  </message>
  <message>
   <source>There is no recovery sheet: if the passphrase is forgotten, the circle is lost on this laptop.</source>
   <translation>No hay hoja de recuperación: si se olvida la frase secreta, el círculo se pierde en este portátil.</translation>
  </message>
 </context>
 <context>
  <name>NotWritten</name>
  <message>
   <source>Not written down yet: {names}.</source>
   <translation>Sin anotar todavía: {names}.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentarlo de nuevo</translation>
  </message>
 </context>
 <context>
  <name>Noticeboard</name>
  <message>
   <source>About no. ______</source>
   <translation>Sobre el n.º ______</translation>
  </message>
  <message>
   <source>Nobody is looking for anything yet. What would you like to learn?</source>
   <translation>Nadie busca nada todavía. ¿Qué le gustaría aprender?</translation>
  </message>
  <message>
   <source>Nothing is on offer yet. What could you show others?</source>
   <translation>Todavía no se ofrece nada. ¿Qué podría enseñar usted a los demás?</translation>
  </message>
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
  <name>OneOrTwo</name>
  <message>
   <source>Is that one person, or two?</source>
   <translation>¿Es una persona o son dos?</translation>
  </message>
  <message>
   <source>One: {name}</source>
   <translation>Una: {name}</translation>
  </message>
  <message>
   <source>Two: {names}</source>
   <translation>Dos: {names}</translation>
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
  <name>OrEmpty</name>
  <message>
   <source>Nothing found</source>
   <translation>Nada encontrado</translation>
  </message>
  <message>
   <source>Nothing here</source>
   <translation>Nada aquí</translation>
  </message>
  <message>
   <source>Try fewer letters.</source>
   <translation>Pruebe con menos letras.</translation>
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
  <name>OthersWork</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>In the public domain</source>
   <translation>De dominio público</translation>
  </message>
  <message>
   <source>Learning Circles is made with the work of many others:</source>
   <translation>Learning Circles está hecho con el trabajo de muchas otras personas:</translation>
  </message>
  <message>
   <source>Libraries and licences</source>
   <translation>Bibliotecas y licencias</translation>
  </message>
  <message>
   <source>The licences themselves lie beside the program, in {file}.</source>
   <translation>Las licencias mismas están junto al programa, en {file}.</translation>
  </message>
 </context>
 <context>
  <name>Pane</name>
  <message>
   <source>Close the details</source>
   <translation>Cerrar los detalles</translation>
  </message>
 </context>
 <context>
  <name>Passphrase</name>
  <message>
   <source>Change the passphrase</source>
   <translation>Cambiar la frase secreta</translation>
  </message>
  <message>
   <source>Current passphrase</source>
   <translation>La frase secreta actual</translation>
  </message>
  <message>
   <source>Nobody can restore a forgotten passphrase: only the recovery sheet opens the circle again.</source>
   <translation>Nadie puede recuperar una frase secreta olvidada: solo la hoja de recuperación vuelve a abrir el círculo.</translation>
  </message>
  <message>
   <source>Passphrase (at least 8 letters)</source>
   <translation>Frase secreta (al menos 8 letras)</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>Elegir una frase secreta</translation>
  </message>
  <message>
   <source>Take it off</source>
   <translation>Quitarla</translation>
  </message>
  <message>
   <source>Take the passphrase off</source>
   <translation>Quitar la frase secreta</translation>
  </message>
  <message>
   <source>The passphrase is changed: the new one opens this circle from now on.</source>
   <translation>La frase secreta está cambiada: la nueva abre este círculo desde ahora.</translation>
  </message>
  <message>
   <source>The passphrase is set: it opens this circle from now on.</source>
   <translation>La frase secreta está puesta: abre este círculo desde ahora.</translation>
  </message>
  <message>
   <source>The passphrase is taken off.</source>
   <translation>La frase secreta está quitada.</translation>
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
   <source>Use it from now on</source>
   <translation>Usarla desde ahora</translation>
  </message>
  <message>
   <source>Whoever uses your account on this laptop can open this circle then, and it no longer locks.</source>
   <translation>Quien use su cuenta en este portátil podrá abrir entonces este círculo, y ya no se bloqueará.</translation>
  </message>
 </context>
 <context>
  <name>People</name>
  <message>
   <source>First letters of the name</source>
   <translation>Primeras letras del nombre</translation>
  </message>
  <message>
   <source>Nobody is found so. Type the first letters of the first name, or the whole name.</source>
   <translation>No se encuentra a nadie así. Escriba las primeras letras del nombre de pila, o el nombre completo.</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personas</translation>
  </message>
  <message>
   <source>{name} was chosen already. Somebody else is asked for now.</source>
   <translation>Ya se eligió a {name}. Ahora se pregunta por otra persona.</translation>
  </message>
 </context>
 <context>
  <name>PeopleFilter</name>
  <message>
   <source>Age</source>
   <translation>Edad</translation>
  </message>
  <message>
   <source>Clear the filters</source>
   <translation>Quitar los filtros</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filtrar</translation>
  </message>
  <message>
   <source>Filter: {by}</source>
   <translation>Filtro: {by}</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Neighbourhood</source>
   <translation>Barrio</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un momento…</translation>
  </message>
  <message>
   <source>Skill</source>
   <translation>Habilidad</translation>
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
   <source>Choose somebody first, then once more.</source>
   <translation>Elija primero a alguien y vuelva a intentarlo.</translation>
  </message>
  <message>
   <source>Edit the chosen member</source>
   <translation>Editar el miembro elegido</translation>
  </message>
  <message>
   <source>Everyone here</source>
   <translation>Todo el círculo</translation>
  </message>
  <message>
   <source>Filter the members…</source>
   <translation>Filtrar los miembros…</translation>
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
   <source>Search names, skills, neighbourhoods</source>
   <translation>Buscar nombres, saberes, barrios</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
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
   <source>print paper pdf</source>
   <translation>imprimir papel pdf</translation>
  </message>
  <message>
   <source>{name} removed</source>
   <translation>{name}: quitado</translation>
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
   <source>{name} is saved</source>
   <translation>{name} se ha guardado</translation>
  </message>
  <message>
   <source>{name} removed</source>
   <translation>{name}: quitado</translation>
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
   <source>Change…</source>
   <translation>Cambiar…</translation>
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
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Room for</source>
   <translation>Aforo</translation>
  </message>
  <message>
   <source>Where do you meet? A hall, a kitchen, a bench under a tree.</source>
   <translation>¿Dónde se reúnen? Una sala, una cocina, un banco bajo un árbol.</translation>
  </message>
  <message>
   <source>{name} removed</source>
   <translation>{name}: quitado</translation>
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
  <message numerus="yes">
   <source>Looks like one of {names} and %n more, who are here already.</source>
   <translation>
    <numerusform>Se parece a uno de estos: {names} y %n más, que ya están aquí.</numerusform>
    <numerusform>Se parece a uno de estos: {names} y %n más, que ya están aquí.</numerusform>
   </translation>
  </message>
  <message>
   <source>Looks like one of {names}, who are here already.</source>
   <translation>Se parece a uno de estos: {names}, que ya están aquí.</translation>
  </message>
  <message>
   <source>Looks like one that is here already.</source>
   <translation>Se parece a algo que ya está aquí.</translation>
  </message>
  <message>
   <source>Looks like row {number}.</source>
   <translation>Se parece a la fila {number}.</translation>
  </message>
  <message>
   <source>Looks like {name}, who is here already.</source>
   <translation>Se parece a {name}, que ya está aquí.</translation>
  </message>
  <message>
   <source>Looks like “{name}”, which is here already.</source>
   <translation>Se parece a «{name}», que ya está aquí.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Fila</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Under 18: please note a parent or guardian, and an emergency contact.</source>
   <translation>Menor de 18 años: anote un padre, madre o tutor y un contacto de emergencia.</translation>
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
   <source>The pages are being drawn</source>
   <translation>Las páginas se están preparando</translation>
  </message>
  <message>
   <source>These are the first pages; print and file hold all of them.</source>
   <translation>Estas son las primeras páginas; la impresión y el archivo las contienen todas.</translation>
  </message>
  <message>
   <source>{name} is in {folder}. It is not opened, since whatever opens it may remember it.</source>
   <translation>{name} está en {folder}. No se abre, porque el programa que lo abra podría recordarlo.</translation>
  </message>
  <message>
   <source>{name} is in {folder}. Whoever has the file can read it.</source>
   <translation>{name} está en {folder}. Quien tenga el archivo puede leerlo.</translation>
  </message>
 </context>
 <context>
  <name>ProblemReport</name>
  <message>
   <source>Problem report</source>
   <translation>Informe del problema</translation>
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
   <source>problem report</source>
   <translation>informe del problema</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>This cannot be stopped halfway. Please leave the laptop on until it is done.</source>
   <translation>Esto no se puede parar a medias. Deje el portátil encendido hasta que termine.</translation>
  </message>
 </context>
 <context>
  <name>PromisedCards</name>
  <message numerus="yes">
   <source>%n request(s) with more than one exchange proposed</source>
   <translation>
    <numerusform>%n petición con más de un intercambio propuesto</numerusform>
    <numerusform>%n peticiones con más de un intercambio propuesto</numerusform>
   </translation>
  </message>
  <message>
   <source>Decline the exchange that is not needed, so that nobody comes in vain.</source>
   <translation>Rechace el intercambio que no hace falta, para que nadie venga en vano.</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Ver</translation>
  </message>
  <message>
   <source>Show: {what}</source>
   <translation>Ver: {what}</translation>
  </message>
  <message>
   <source>{name} asks for “{title}” once, and more than one is expected: {helpers}</source>
   <translation>{name} pide «{title}» una sola vez y hay más de un intercambio previsto: {helpers}</translation>
  </message>
 </context>
 <context>
  <name>Proposals</name>
  <message>
   <source>Suggestions</source>
   <translation>Sugerencias</translation>
  </message>
 </context>
 <context>
  <name>QAbstractFileIconProvider</name>
  <message>
   <source>%1 File</source>
   <translation>Archivo %1</translation>
  </message>
  <message>
   <source>Drive</source>
   <translation>Unidad</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Archivo</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Carpeta</translation>
  </message>
 </context>
 <context>
  <name>QFileDialog</name>
  <message>
   <source>&amp;Look in:</source>
   <translation>&amp;Buscar en:</translation>
  </message>
  <message>
   <source>Files of &amp;type:</source>
   <translation>&amp;Tipo de archivo:</translation>
  </message>
 </context>
 <context>
  <name>QPageSetupWidget</name>
  <message>
   <source>Page &amp;order:</source>
   <translation>&amp;Orden de las páginas:</translation>
  </message>
  <message>
   <source>Pages &amp;per sheet:</source>
   <translation>Páginas por &amp;hoja:</translation>
  </message>
 </context>
 <context>
  <name>QPrintSettingsOutput</name>
  <message>
   <source>Double Sided Printing</source>
   <translation>Impresión a doble cara</translation>
  </message>
  <message>
   <source>Long side binding</source>
   <translation>Encuadernar por el lado largo</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Page &amp;Set:</source>
   <translation>&amp;Conjunto de páginas:</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Páginas</translation>
  </message>
  <message>
   <source>Short side binding</source>
   <translation>Encuadernar por el lado corto</translation>
  </message>
  <message>
   <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
   <translation>Páginas o series de páginas, separadas por comas. Una serie se indica con dos números y un guion. Por ejemplo, 3,5-7,9 imprime las páginas 3, 5, 6, 7 y 9.</translation>
  </message>
 </context>
 <context>
  <name>QShortcut</name>
  <message>
   <source>Ctrl</source>
   <translation>Ctrl</translation>
  </message>
  <message>
   <source>Del</source>
   <translation>Supr</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Intro</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Esc</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Intro</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Mayús</translation>
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
  <name>ReadAs</name>
  <message>
   <source>Letters look wrong? Read it as</source>
   <translation>¿Hay letras mal? Leerlo como</translation>
  </message>
 </context>
 <context>
  <name>RecentlyRemoved</name>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Nothing was removed.</source>
   <translation>No se quitó nada.</translation>
  </message>
  <message>
   <source>Recently removed</source>
   <translation>Quitados hace poco</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Restaurar</translation>
  </message>
  <message>
   <source>Restore all of them</source>
   <translation>Restaurar todo</translation>
  </message>
  <message>
   <source>Search what was removed</source>
   <translation>Buscar en lo que se quitó</translation>
  </message>
  <message>
   <source>What is removed from a list can be brought back here.</source>
   <translation>Lo que se quita de una lista se recupera aquí.</translation>
  </message>
 </context>
 <context>
  <name>RecordPane</name>
  <message>
   <source>Details</source>
   <translation>Detalles</translation>
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
  <name>RemoveConfirmed</name>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message>
   <source>Remove a confirmed exchange?</source>
   <translation>¿Quitar un intercambio confirmado?</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>Revertir</translation>
  </message>
  <message>
   <source>Reversing it takes the hours back as well, and the exchange stays in the list.</source>
   <translation>Revertirlo también devuelve las horas, y el intercambio queda en la lista.</translation>
  </message>
  <message>
   <source>The hours go back: {provider} then has {gave}, and {receiver} {had}.</source>
   <translation>Las horas vuelven: {provider} tiene entonces {gave}, y {receiver} {had}.</translation>
  </message>
  <message>
   <source>{provider} gave {receiver} {hours} on {day}.</source>
   <translation>{provider} dio {hours} a {receiver} el {day}.</translation>
  </message>
 </context>
 <context>
  <name>RemoveSeveral</name>
  <message numerus="yes">
   <source>%n of them are confirmed: {hours} go back to where they were.</source>
   <translation>
    <numerusform>%n de ellos está confirmado: {hours} vuelven a donde estaban.</numerusform>
    <numerusform>%n de ellos están confirmados: {hours} vuelven a donde estaban.</numerusform>
   </translation>
  </message>
  <message>
   <source>An exchange that is reversed instead stays in the list; its hours go back as well.</source>
   <translation>Un intercambio que se revierte en lugar de quitarlo queda en la lista; sus horas también vuelven.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n exchange(s)?</source>
   <translation>
    <numerusform>¿Quitar %n intercambio?</numerusform>
    <numerusform>¿Quitar %n intercambios?</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Repeats</name>
  <message numerus="yes">
   <source>%n meetup(s), each first {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n encuentro, cada primer {weekday} del mes hasta el {last}</numerusform>
    <numerusform>%n encuentros, cada primer {weekday} del mes hasta el {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each fourth {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n encuentro, cada cuarto {weekday} del mes hasta el {last}</numerusform>
    <numerusform>%n encuentros, cada cuarto {weekday} del mes hasta el {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each last {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n encuentro, cada último {weekday} del mes hasta el {last}</numerusform>
    <numerusform>%n encuentros, cada último {weekday} del mes hasta el {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each second {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n encuentro, cada segundo {weekday} del mes hasta el {last}</numerusform>
    <numerusform>%n encuentros, cada segundo {weekday} del mes hasta el {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each third {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n encuentro, cada tercer {weekday} del mes hasta el {last}</numerusform>
    <numerusform>%n encuentros, cada tercer {weekday} del mes hasta el {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), every second {weekday} to {last}</source>
   <translation>
    <numerusform>%n encuentro, un {weekday} de cada dos hasta el {last}</numerusform>
    <numerusform>%n encuentros, un {weekday} de cada dos hasta el {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), {days} to {last}</source>
   <translation>
    <numerusform>%n encuentro, {days} hasta el {last}</numerusform>
    <numerusform>%n encuentros, {days} hasta el {last}</numerusform>
   </translation>
  </message>
  <message>
   <source>Fridays</source>
   <translation>los viernes</translation>
  </message>
  <message>
   <source>Mondays</source>
   <translation>los lunes</translation>
  </message>
  <message>
   <source>Saturdays</source>
   <translation>los sábados</translation>
  </message>
  <message>
   <source>Sundays</source>
   <translation>los domingos</translation>
  </message>
  <message>
   <source>Thursdays</source>
   <translation>los jueves</translation>
  </message>
  <message>
   <source>Tuesdays</source>
   <translation>los martes</translation>
  </message>
  <message>
   <source>Wednesdays</source>
   <translation>los miércoles</translation>
  </message>
 </context>
 <context>
  <name>RepeatsEditor</name>
  <message>
   <source>Every month, on that weekday</source>
   <translation>Cada mes, ese día de la semana</translation>
  </message>
  <message>
   <source>Every two weeks</source>
   <translation>Cada dos semanas</translation>
  </message>
  <message>
   <source>Every week</source>
   <translation>Cada semana</translation>
  </message>
  <message>
   <source>How many times</source>
   <translation>Cuántas veces</translation>
  </message>
  <message>
   <source>Once</source>
   <translation>Una sola vez</translation>
  </message>
  <message>
   <source>This many times</source>
   <translation>Tantas veces</translation>
  </message>
  <message>
   <source>Until a day</source>
   <translation>Hasta un día</translation>
  </message>
  <message>
   <source>When it ends</source>
   <translation>Cuándo termina</translation>
  </message>
 </context>
 <context>
  <name>RescueDialog</name>
  <message>
   <source>Erase {name} again…</source>
   <translation>Borrar de nuevo a {name}…</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>Descartarlo</translation>
  </message>
  <message>
   <source>Nobody is asked about it any more. It is kept, and can be brought back.</source>
   <translation>Ya no se pregunta a nadie por ello. Se guarda y se puede recuperar.</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un momento…</translation>
  </message>
  <message>
   <source>Only so many copies of one laptop are kept: if there are more, what they wrote is not here.</source>
   <translation>De un mismo portátil solo se guarda cierto número de copias: si hay más, lo que escribieron no está aquí.</translation>
  </message>
  <message>
   <source>Set aside from {name}</source>
   <translation>Apartado de {name}</translation>
  </message>
  <message>
   <source>Stopped. {count} of {whole} changes are taken in, and stay. The rest is still set aside.</source>
   <translation>Detenido. {count} de {whole} cambios están incorporados, y se quedan. El resto sigue apartado.</translation>
  </message>
  <message>
   <source>Take it in</source>
   <translation>Recogerlo</translation>
  </message>
  <message>
   <source>Taking in what {name} wrote</source>
   <translation>Incorporando lo que escribió {name}</translation>
  </message>
  <message>
   <source>This circle has erased somebody: look whether any of this still speaks of them.</source>
   <translation>Este círculo ha borrado a alguien: mire si algo de esto habla todavía de esa persona.</translation>
  </message>
  <message>
   <source>This laptop was shut out, came too late, or goes on from an older copy of its disk. What it wrote does not count until you take it in.</source>
   <translation>Este portátil fue excluido, llegó demasiado tarde o sigue a partir de una copia más antigua de su disco. Lo que escribió no cuenta hasta que usted lo incorpore.</translation>
  </message>
  <message>
   <source>What {name} wrote is left out.</source>
   <translation>Lo que escribió {name} queda descartado.</translation>
  </message>
  <message>
   <source>changed since, stays as it is</source>
   <translation>cambiado desde entonces, se queda como está</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>eliminado</translation>
  </message>
  <message>
   <source>restored</source>
   <translation>recuperado</translation>
  </message>
  <message>
   <source>somebody without a name</source>
   <translation>alguien sin nombre</translation>
  </message>
  <message>
   <source>{laptop} had erased {people}. That does not count, because its right to run the circle was taken away. If it was meant, erase them again; if the laptop was lost or stolen, leave it out.</source>
   <translation>{laptop} había borrado a {people}. Eso no cuenta, porque a ese portátil se le quitó el permiso de llevar el círculo. Si era lo que se quería, bórrelo de nuevo; si el portátil se perdió o lo robaron, déjelo fuera.</translation>
  </message>
  <message>
   <source>… and {count} more</source>
   <translation>… y {count} más</translation>
  </message>
 </context>
 <context>
  <name>Review</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>y %n más</numerusform>
    <numerusform>y %n más</numerusform>
   </translation>
  </message>
  <message>
   <source>Add {word} instead</source>
   <translation>Añadir {word} en su lugar</translation>
  </message>
  <message>
   <source>Bring it back</source>
   <translation>Recuperarlo</translation>
  </message>
  <message>
   <source>Kept ({laptop}, {when})</source>
   <translation>Se conserva ({laptop}, {when})</translation>
  </message>
  <message>
   <source>Kept “{kept}”  ·  the other is “{other}”</source>
   <translation>Se conserva «{kept}»  ·  el otro valor es «{other}»</translation>
  </message>
  <message>
   <source>Kept “{word}”  ·  the other took it out</source>
   <translation>Se conserva «{word}»  ·  el otro lo quitó</translation>
  </message>
  <message>
   <source>Leave it empty instead</source>
   <translation>Dejarlo vacío en su lugar</translation>
  </message>
  <message>
   <source>Leave it removed</source>
   <translation>Dejarlo quitado</translation>
  </message>
  <message>
   <source>Take {word} out instead</source>
   <translation>Quitar {word} en su lugar</translation>
  </message>
  <message>
   <source>The other ({laptop}, {when})</source>
   <translation>El otro valor ({laptop}, {when})</translation>
  </message>
  <message>
   <source>Two laptops changed {name}: {field}. Kept “{kept}” ({laptop}, {kept_when}). The other is “{other}” ({other_laptop}, {when}).</source>
   <translation>Dos portátiles han cambiado {name}: {field}. Se conserva «{kept}» ({laptop}, {kept_when}). El otro valor es «{other}» ({other_laptop}, {when}).</translation>
  </message>
  <message>
   <source>Without “{word}”  ·  the other added it</source>
   <translation>Sin «{word}»  ·  el otro lo añadió</translation>
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
   <source>somebody or something that is gone</source>
   <translation>alguien o algo que ya no está</translation>
  </message>
  <message>
   <source>{name} now has the member number {kept}: another member was given {other} before. A card that shows {other} is no longer right for {name}.</source>
   <translation>{name} tiene ahora el número de miembro {kept}: el número {other} ya se había dado antes a otro miembro. Una tarjeta que muestre {other} ya no vale para {name}.</translation>
  </message>
  <message>
   <source>{name} was removed ({laptop}, {when}). Somebody who did not know of that has noted: {noted} ({other_laptop}, {other_when}). Now it is removed.</source>
   <translation>{name}: se quitó ({laptop}, {when}). Alguien que no lo sabía anotó: {noted} ({other_laptop}, {other_when}). Ahora está quitado.</translation>
  </message>
  <message>
   <source>{name} was removed on one laptop and changed on another ({laptop}, {when}). Now: {kept}.</source>
   <translation>{name} se quitó en un portátil y se cambió en otro ({laptop}, {when}). Ahora: {kept}.</translation>
  </message>
  <message>
   <source>{name}: {field}: {word} was added on one laptop ({laptop}, {when}) and taken out on another ({other_laptop}, {other_when}). Now it is not there.</source>
   <translation>{name}: {field}: {word} se añadió en un portátil ({laptop}, {when}) y se quitó en otro ({other_laptop}, {other_when}). Ahora no está.</translation>
  </message>
  <message>
   <source>{name}: {field}: {word} was added on one laptop ({laptop}, {when}) and taken out on another ({other_laptop}, {other_when}). Now it is there.</source>
   <translation>{name}: {field}: {word} se añadió en un portátil ({laptop}, {when}) y se quitó en otro ({other_laptop}, {other_when}). Ahora está.</translation>
  </message>
  <message>
   <source>{what} – {said}</source>
   <translation>{what} – {said}</translation>
  </message>
 </context>
 <context>
  <name>Rights</name>
  <message>
   <source>This laptop may only look now.</source>
   <translation>Este portátil ahora solo puede mirar.</translation>
  </message>
  <message>
   <source>This laptop may record now, and not run the circle.</source>
   <translation>Este portátil ahora puede anotar, pero no llevar el círculo.</translation>
  </message>
  <message>
   <source>This laptop may run the circle now.</source>
   <translation>Este portátil ahora puede llevar el círculo.</translation>
  </message>
 </context>
 <context>
  <name>RowsDialog</name>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
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
   <source>Make a new one</source>
   <translation>Hacer una nueva</translation>
  </message>
  <message>
   <source>Once the new one is printed or saved, the sheet from before opens nothing any more. Tear it up then.</source>
   <translation>Una vez impresa o guardada la nueva, la hoja de antes ya no abre nada. Rómpala entonces.</translation>
  </message>
  <message>
   <source>Print a new recovery sheet?</source>
   <translation>¿Imprimir una nueva hoja de recuperación?</translation>
  </message>
  <message>
   <source>Print it now, or save it on a stick: its words are kept nowhere else. Until then they open nothing.</source>
   <translation>Imprímala ahora o guárdela en una memoria USB: sus palabras no se guardan en ningún otro sitio. Hasta entonces no abren nada.</translation>
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
   <source>The recovery sheet was neither printed nor saved: nobody has it. Make a new one.</source>
   <translation>La hoja de recuperación no se imprimió ni se guardó: nadie la tiene. Haga una nueva.</translation>
  </message>
  <message>
   <source>The sheet is neither printed nor saved. Close this once more to give it up: its words then open nothing, and Today reminds you to make another one.</source>
   <translation>La hoja no está impresa ni guardada. Cierre otra vez para renunciar a ella: sus palabras entonces no abren nada, y Hoy le recuerda que haga otra.</translation>
  </message>
  <message>
   <source>The sheet is neither printed nor saved. Close this once more to give it up; whoever has seen its words could open the circle with them until you make another one. Today reminds you.</source>
   <translation>La hoja no está impresa ni guardada. Cierre otra vez para renunciar a ella; quien haya visto sus palabras podría abrir el círculo con ellas hasta que haga otra. Hoy se lo recuerda.</translation>
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
  <name>SamePerson</name>
  <message>
   <source>Both stay</source>
   <translation>Se quedan las dos</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Horas</translation>
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
   <source>Offers</source>
   <translation>Ofrece</translation>
  </message>
  <message>
   <source>One of the two has been removed meanwhile.</source>
   <translation>Una de las dos personas se ha quitado mientras tanto.</translation>
  </message>
  <message>
   <source>One person or two?</source>
   <translation>¿Una persona o dos?</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abrir</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>Abrir {name}</translation>
  </message>
  <message>
   <source>The same person</source>
   <translation>La misma persona</translation>
  </message>
  <message>
   <source>They are one person already.</source>
   <translation>Ya son una sola persona.</translation>
  </message>
  <message>
   <source>Two people</source>
   <translation>Dos personas</translation>
  </message>
  <message>
   <source>Wants to learn</source>
   <translation>Quiere aprender</translation>
  </message>
  <message>
   <source>born {year}</source>
   <translation>de {year}</translation>
  </message>
  <message>
   <source>in both: {values}</source>
   <translation>en las dos: {values}</translation>
  </message>
  <message>
   <source>nearly the same name</source>
   <translation>casi el mismo nombre</translation>
  </message>
  <message>
   <source>no. {number}</source>
   <translation>n.º {number}</translation>
  </message>
  <message>
   <source>the same e-mail</source>
   <translation>el mismo correo electrónico</translation>
  </message>
  <message>
   <source>the same name</source>
   <translation>el mismo nombre</translation>
  </message>
  <message>
   <source>the same phone</source>
   <translation>el mismo teléfono</translation>
  </message>
 </context>
 <context>
  <name>Saving</name>
  <message>
   <source>Done</source>
   <translation>Listo</translation>
  </message>
  <message>
   <source>Every change is kept at once.</source>
   <translation>Cada cambio se guarda al momento.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Quitar</translation>
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
  <name>SearchField</name>
  <message>
   <source>Clear the search</source>
   <translation>Borrar la búsqueda</translation>
  </message>
 </context>
 <context>
  <name>Sectors</name>
  <message>
   <source>Active members</source>
   <translation>Miembros activos</translation>
  </message>
  <message>
   <source>Not shown: {names}</source>
   <translation>Sin detallar: {names}</translation>
  </message>
  <message>
   <source>Numbers under {number} stand in one row, so that they point at nobody.</source>
   <translation>Los números menores que {number} van en una sola fila, para no señalar a nadie.</translation>
  </message>
  <message>
   <source>no sector</source>
   <translation>sin sector</translation>
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
   <source>Five sectors</source>
   <translation>Cinco sectores</translation>
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
  <message>
   <source>Print</source>
   <translation>Imprimir</translation>
  </message>
  <message>
   <source>Print the five sectors</source>
   <translation>Imprimir los cinco sectores</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>What you chose counts until the program is closed.</source>
   <translation>Lo que ha elegido vale hasta que se cierre el programa.</translation>
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
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Laptops beside this one</source>
   <translation>Portátiles al lado de este</translation>
  </message>
  <message>
   <source>Learning Circles has been given no licence so far: whoever wants to pass it on or change it asks its makers. What it is made with stands under licences of its own.</source>
   <translation>Learning Circles aún no tiene licencia: quien quiera pasarlo o cambiarlo lo pide a quienes lo hacen. Aquello de lo que está hecho tiene sus propias licencias.</translation>
  </message>
  <message>
   <source>Learning Circles {version}</source>
   <translation>Learning Circles {version}</translation>
  </message>
  <message>
   <source>Libraries and licences…</source>
   <translation>Bibliotecas y licencias…</translation>
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
   <source>Not over mobile data</source>
   <translation>No con datos móviles</translation>
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
   <source>The keys are sealed with your passphrase: without it, only a recovery sheet opens the circle.</source>
   <translation>Las claves están selladas con su frase secreta: sin ella, solo una hoja de recuperación abre el círculo.</translation>
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
  <message>
   <source>about program licenses</source>
   <translation>acerca del programa</translation>
  </message>
  <message>
   <source>lock password</source>
   <translation>bloquear bloqueo contraseña</translation>
  </message>
 </context>
 <context>
  <name>Several</name>
  <message numerus="yes">
   <source>%n exchanges removed</source>
   <translation>
    <numerusform>%n intercambio quitado</numerusform>
    <numerusform>%n intercambios quitados</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n learning records removed</source>
   <translation>
    <numerusform>%n aprendizaje quitado</numerusform>
    <numerusform>%n aprendizajes quitados</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetups removed</source>
   <translation>
    <numerusform>%n encuentro quitado</numerusform>
    <numerusform>%n encuentros quitados</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member cards…</source>
   <translation>
    <numerusform>%n carné de miembro…</numerusform>
    <numerusform>%n carnés de miembro…</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n members removed</source>
   <translation>
    <numerusform>%n miembro eliminado</numerusform>
    <numerusform>%n miembros eliminados</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n offers removed</source>
   <translation>
    <numerusform>%n oferta quitada</numerusform>
    <numerusform>%n ofertas quitadas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places removed</source>
   <translation>
    <numerusform>%n lugar quitado</numerusform>
    <numerusform>%n lugares quitados</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n requests removed</source>
   <translation>
    <numerusform>%n petición quitada</numerusform>
    <numerusform>%n peticiones quitadas</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Remove the %n marked rows</source>
   <translation>
    <numerusform>Quitar %n fila marcada</numerusform>
    <numerusform>Quitar las %n filas marcadas</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SharePage</name>
  <message numerus="yes">
   <source>%n change(s) are on this laptop alone so far. Write a stick and read it on another laptop; bring it back and read it here, so that this laptop knows that they arrived.</source>
   <translation>
    <numerusform>%n cambio está por ahora solo en este portátil. Copie el círculo en una memoria USB y léala en otro portátil; tráigala de vuelta y léala aquí, para que este portátil sepa que ha llegado.</numerusform>
    <numerusform>%n cambios están por ahora solo en este portátil. Copie el círculo en una memoria USB y léala en otro portátil; tráigala de vuelta y léala aquí, para que este portátil sepa que han llegado.</numerusform>
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
   <source>Another hub or address…</source>
   <translation>Otro nodo u otra dirección…</translation>
  </message>
  <message>
   <source>Everything is shared.</source>
   <translation>Todo está compartido.</translation>
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
   <source>Reading {file}</source>
   <translation>Leyendo {file}</translation>
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
   <source>Shut this laptop out…</source>
   <translation>Excluir este portátil…</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Memorias (*.bundle)</translation>
  </message>
  <message>
   <source>Stopped. {come} of {whole} parcels came in, and stay. The rest comes when the stick is read again.</source>
   <translation>Detenido. Han llegado {come} de {whole} paquetes, y se quedan. El resto llega cuando se lea de nuevo la memoria.</translation>
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
   <source>This laptop knows of no hub. If another laptop has brought the circle to one, share with that laptop first. Otherwise ask a hub’s steward for a code.</source>
   <translation>Este portátil no conoce ningún nodo. Si otro portátil ha llevado el círculo a uno, comparta primero con ese portátil. Si no, pida un código al encargado de un nodo.</translation>
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
   <source>Work of {names} does not count, and was set aside until an organizer takes it in.</source>
   <translation>El trabajo de {names} no cuenta: se ha apartado hasta que lo recoja una persona que lleva el círculo.</translation>
  </message>
  <message>
   <source>Write a stick</source>
   <translation>Copiar en una memoria</translation>
  </message>
  <message>
   <source>Write a stick…</source>
   <translation>Copiar en una memoria…</translation>
  </message>
  <message>
   <source>Writing {file}</source>
   <translation>Escribiendo {file}</translation>
  </message>
 </context>
 <context>
  <name>Sheets</name>
  <message>
   <source>Learning record</source>
   <translation>Aprendizajes</translation>
  </message>
  <message>
   <source>Member cards</source>
   <translation>Carnés de miembro</translation>
  </message>
  <message>
   <source>No address on the web is printed: a telephone that opened the hub’s page would show a warning. The hub’s steward can change that.</source>
   <translation>No se imprime ninguna dirección web: un teléfono que abriera la página del nodo mostraría una advertencia. El encargado del nodo puede remediarlo.</translation>
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
   <source>The strips will not say where to ask: no meetup with a place is to come, and the circle has no page on the web. Plan a meetup first, and it stands on every strip.</source>
   <translation>Las tiras no dirán dónde preguntar: no hay ningún encuentro por venir con un lugar, y el círculo no tiene página en la web. Prevea antes un encuentro: figurará en cada tira.</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Add to what the page shows</source>
   <translation>Añadir a lo que muestra la página</translation>
  </message>
  <message>
   <source>Change what is chosen</source>
   <translation>Cambiar lo elegido</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Cerrar</translation>
  </message>
  <message>
   <source>Copy the marked rows as text</source>
   <translation>Copiar las filas marcadas como texto</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>En todas partes</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Terminar</translation>
  </message>
  <message>
   <source>First row, last row</source>
   <translation>Primera fila, última fila</translation>
  </message>
  <message>
   <source>From the search into the list</source>
   <translation>De la búsqueda a la lista</translation>
  </message>
  <message>
   <source>In a form</source>
   <translation>En un formulario</translation>
  </message>
  <message>
   <source>In a list</source>
   <translation>En una lista</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Atajos de teclado</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Salir</translation>
  </message>
  <message>
   <source>Mark several rows</source>
   <translation>Marcar varias filas</translation>
  </message>
  <message>
   <source>Menu of what is chosen</source>
   <translation>Menú de lo elegido</translation>
  </message>
  <message>
   <source>On a page</source>
   <translation>En una página</translation>
  </message>
  <message>
   <source>Open what is chosen</source>
   <translation>Abrir lo elegido</translation>
  </message>
  <message>
   <source>Remove what is chosen</source>
   <translation>Quitar lo elegido</translation>
  </message>
  <message>
   <source>Search the page’s list</source>
   <translation>Buscar en la lista de la página</translation>
  </message>
  <message>
   <source>{keys} finds every command by its name, also those without keys.</source>
   <translation>{keys} encuentra cada orden por su nombre, también las que no tienen teclas.</translation>
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
  <name>ShutOut</name>
  <message>
   <source>Count nothing that it wrote since</source>
   <translation>No contar nada de lo que escribió desde el</translation>
  </message>
  <message>
   <source>For a laptop that was in strange hands before anybody knew. What ceases to count is kept, and an organizer can look at it here and take it in.</source>
   <translation>Para un portátil que estuvo en manos ajenas antes de que nadie lo supiera. Lo que deja de contar se guarda, y quien lleva el círculo puede verlo aquí y recogerlo.</translation>
  </message>
  <message>
   <source>It gets nothing new from now on, and what it writes no longer counts. What it holds stays on it.</source>
   <translation>Desde ahora no recibe nada nuevo, y lo que escriba ya no cuenta. Lo que contiene queda en él.</translation>
  </message>
  <message>
   <source>Its disk was restored or copied. What went on from it is shut out with it: {names}.</source>
   <translation>Su disco se restauró o se copió. Lo que siguió a partir de él queda excluido con él: {names}.</translation>
  </message>
  <message>
   <source>More may have been on {name} than was shown here: open it in the list to read it.</source>
   <translation>Puede que hubiera más en {name} de lo que se mostró aquí: ábralo en la lista para leerlo.</translation>
  </message>
  <message>
   <source>Nothing counts that it wrote from {moment} on: what is shared at once counts as a whole or not at all. Changes from before that day: {count}. They can be taken in here.</source>
   <translation>Ya no cuenta nada de lo que escribió a partir del {moment}: lo que se comparte de una vez cuenta entero o no cuenta. Cambios anteriores a ese día: {count}. Se pueden incorporar aquí.</translation>
  </message>
  <message>
   <source>Shut it out</source>
   <translation>Excluirlo</translation>
  </message>
  <message>
   <source>Shut {name} out?</source>
   <translation>¿Excluir {name}?</translation>
  </message>
  <message>
   <source>What it may hold, and what else to do…</source>
   <translation>Qué puede contener y qué más hacer…</translation>
  </message>
  <message>
   <source>“Since” needs a day that has come, such as {day}.</source>
   <translation>«Desde» necesita un día que ya haya llegado, como {day}.</translation>
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
  <name>SomebodyAnswers</name>
  <message>
   <source>Answer</source>
   <translation>Respuesta</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Anotar</translation>
  </message>
  <message>
   <source>Note somebody’s answer</source>
   <translation>Anotar una respuesta</translation>
  </message>
  <message>
   <source>Who answers</source>
   <translation>Quién responde</translation>
  </message>
  <message>
   <source>Who answers? A name</source>
   <translation>¿Quién responde? Un nombre</translation>
  </message>
 </context>
 <context>
  <name>Sorting</name>
  <message>
   <source>Sort by</source>
   <translation>Ordenar por</translation>
  </message>
  <message>
   <source>{column}: the other way round</source>
   <translation>{column}: en el otro sentido</translation>
  </message>
 </context>
 <context>
  <name>Sought</name>
  <message>
   <source>A guest</source>
   <translation>Una persona invitada</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>No anotar</translation>
  </message>
  <message>
   <source>Leave {name} out</source>
   <translation>No anotar a {name}</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Buscar otra vez</translation>
  </message>
  <message>
   <source>Look for {name} again</source>
   <translation>Buscar otra vez a {name}</translation>
  </message>
  <message>
   <source>Nobody in the list is called {name}.</source>
   <translation>Nadie en la lista se llama {name}.</translation>
  </message>
  <message>
   <source>Who is {name}?</source>
   <translation>¿Quién es {name}?</translation>
  </message>
  <message>
   <source>{name} is a guest</source>
   <translation>{name} es una persona invitada</translation>
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
  <name>Swap</name>
  <message>
   <source>How long did it take?</source>
   <translation>¿Cuánto tiempo duró?</translation>
  </message>
  <message>
   <source>Not changed: it is being written down as it was just now.</source>
   <translation>Sin cambios: se está anotando tal como estaba hace un momento.</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Anotar</translation>
  </message>
  <message>
   <source>Recorded: {provider} gave {receiver} {hours}</source>
   <translation>Anotado: {provider} dio {hours} a {receiver}</translation>
  </message>
  <message>
   <source>What was it? (may be left empty)</source>
   <translation>¿De qué se trataba? (puede dejarse vacío)</translation>
  </message>
  <message>
   <source>Who gave their time?</source>
   <translation>¿Quién dio su tiempo?</translation>
  </message>
  <message>
   <source>Who received it from {name}?</source>
   <translation>¿Quién lo recibió de {name}?</translation>
  </message>
  <message>
   <source>{giver} → {taker}</source>
   <translation>{giver} → {taker}</translation>
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
   <source>“From” gave their time, “To” received it. {example} is an hour and a half.</source>
   <translation>«De» dio su tiempo, «Para» lo recibió. {example} es una hora y media.</translation>
  </message>
 </context>
 <context>
  <name>SwapTable</name>
  <message>
   <source>All</source>
   <translation>Todos</translation>
  </message>
  <message>
   <source>An hour that one person gave another: note it, and the balances follow.</source>
   <translation>Una hora que una persona dio a otra: anótela, y los saldos la siguen.</translation>
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
   <source>Declined: {what}</source>
   <translation>Rechazado: {what}</translation>
  </message>
  <message>
   <source>Dispute</source>
   <translation>Poner en duda</translation>
  </message>
  <message>
   <source>Disputed: {what}</source>
   <translation>Puesto en duda: {what}</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>In question: {hours}</source>
   <translation>En duda: {hours}</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Más</translation>
  </message>
  <message>
   <source>No exchange yet</source>
   <translation>Aún no hay intercambios</translation>
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
   <source>Removed: {what}</source>
   <translation>Quitado: {what}</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>Revertir</translation>
  </message>
  <message>
   <source>Reversed: {what}. The hours are back where they were.</source>
   <translation>Revertido: {what}. Los saldos vuelven a estar como antes.</translation>
  </message>
  <message>
   <source>Same again…</source>
   <translation>Otra vez lo mismo…</translation>
  </message>
  <message>
   <source>Show {name}</source>
   <translation>Ver a {name}</translation>
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
   <source>Time (hours)</source>
   <translation>Tiempo (horas)</translation>
  </message>
  <message>
   <source>Time exchanged</source>
   <translation>Tiempo intercambiado</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Para</translation>
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
   <source>%n change(s) kept here</source>
   <translation>
    <numerusform>%n cambio guardado aquí</numerusform>
    <numerusform>%n cambios guardados aquí</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) on this laptop alone so far</source>
   <translation>
    <numerusform>%n cambio solo en este portátil</numerusform>
    <numerusform>%n cambios solo en este portátil</numerusform>
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
  <message numerus="yes">
   <source>%n unshared</source>
   <translation>
    <numerusform>%n sin compartir</numerusform>
    <numerusform>%n sin compartir</numerusform>
   </translation>
  </message>
  <message>
   <source>All changes saved on this laptop.</source>
   <translation>Todo está guardado en este portátil.</translation>
  </message>
  <message>
   <source>All saved</source>
   <translation>Todo guardado</translation>
  </message>
  <message>
   <source>Fetching what the circle wrote: {percent} %</source>
   <translation>Recibiendo lo que el círculo ha escrito: {percent} %</translation>
  </message>
  <message>
   <source>It is shared when you press the button.</source>
   <translation>Se comparte cuando pulse el botón.</translation>
  </message>
  <message>
   <source>Kept here, not saved yet</source>
   <translation>Conservado, sin guardar</translation>
  </message>
  <message>
   <source>Last shared {when}.</source>
   <translation>Compartido por última vez {when}.</translation>
  </message>
  <message>
   <source>May only look</source>
   <translation>Solo puede mirar</translation>
  </message>
  <message>
   <source>No laptop of this circle is beside this one now.</source>
   <translation>Ahora no hay ningún portátil de este círculo al lado de este.</translation>
  </message>
  <message>
   <source>Not kept</source>
   <translation>Sin conservar</translation>
  </message>
  <message>
   <source>Not kept: the disk is full</source>
   <translation>Sin conservar: disco lleno</translation>
  </message>
  <message>
   <source>Not saved yet</source>
   <translation>Sin guardar</translation>
  </message>
  <message>
   <source>Not shared</source>
   <translation>No compartido</translation>
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
   <source>Sharing waits: mobile data may cost money.</source>
   <translation>Compartir espera: los datos móviles pueden costar dinero.</translation>
  </message>
  <message>
   <source>Sharing what is new here: {percent} %</source>
   <translation>Compartiendo lo nuevo de aquí: {percent} %</translation>
  </message>
  <message>
   <source>Sharing…</source>
   <translation>Compartiendo…</translation>
  </message>
  <message>
   <source>Takes no part</source>
   <translation>No participa</translation>
  </message>
  <message>
   <source>This circle has no hub yet.</source>
   <translation>Este círculo aún no tiene nodo.</translation>
  </message>
  <message>
   <source>This laptop takes no part in the circle.</source>
   <translation>Este portátil no participa en el círculo.</translation>
  </message>
  <message>
   <source>This laptop takes no part in the circle. What it wrote and had not shared is kept here.</source>
   <translation>Este portátil no participa en el círculo. Lo que se escribió en él y no se había compartido se guarda aquí.</translation>
  </message>
  <message>
   <source>What you are typing is kept here, and not saved yet.</source>
   <translation>Lo que está escribiendo se conserva aquí y aún no está guardado.</translation>
  </message>
  <message>
   <source>What you typed is in this window alone, and not kept.</source>
   <translation>Lo que escribió está solo en esta ventana y no se conserva.</translation>
  </message>
  <message>
   <source>What you typed is not kept</source>
   <translation>Aún sin conservar</translation>
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
  <name>Thrown</name>
  <message>
   <source>Here again: {words}</source>
   <translation>De nuevo aquí: {words}</translation>
  </message>
  <message>
   <source>Not thrown away, and still on Today: {words}. {sentence}</source>
   <translation>No se ha descartado y sigue en Hoy: {words}. {sentence}</translation>
  </message>
  <message>
   <source>Thrown away: {words}</source>
   <translation>Descartado: {words}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Deshacer</translation>
  </message>
 </context>
 <context>
  <name>TilesModel</name>
  <message>
   <source>{name}, is here</source>
   <translation>{name}, está aquí</translation>
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
  <name>Today</name>
  <message numerus="yes">
   <source>%n here</source>
   <translation>
    <numerusform>%n presente</numerusform>
    <numerusform>%n presentes</numerusform>
   </translation>
  </message>
  <message>
   <source>None is planned for the next days either. An organizer plans one on the page Meetups.</source>
   <translation>Tampoco hay ninguno previsto para los próximos días. Quien organiza planea uno en la página Encuentros.</translation>
  </message>
  <message>
   <source>The next one is {title}, {time}. Guests can sign up for it, and exchanges be recorded any day.</source>
   <translation>El próximo es {title}, {time}. Las personas invitadas pueden apuntarse, y los intercambios se anotan cualquier día.</translation>
  </message>
  <message>
   <source>There is no meetup today.</source>
   <translation>Hoy no hay ningún encuentro.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Hoy</translation>
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
   <source>%n circle(s) not looked into</source>
   <translation>
    <numerusform>%n círculo sin mirar</numerusform>
    <numerusform>%n círculos sin mirar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consent(s) have ended, or will within a month</source>
   <translation>
    <numerusform>%n consentimiento ha terminado o termina en menos de un mes</numerusform>
    <numerusform>%n consentimientos han terminado o terminan en menos de un mes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) in dispute</source>
   <translation>
    <numerusform>%n intercambio en disputa</numerusform>
    <numerusform>%n intercambios en disputa</numerusform>
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
   <source>%n meetup(s) still on, or just over</source>
   <translation>
    <numerusform>%n encuentro en curso, o recién terminado</numerusform>
    <numerusform>%n encuentros en curso, o recién terminados</numerusform>
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
   <source>%n meetup(s) within a week</source>
   <translation>
    <numerusform>%n encuentro en los próximos siete días</numerusform>
    <numerusform>%n encuentros en los próximos siete días</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more meetup(s) within a week</source>
   <translation>
    <numerusform>%n encuentro más en los próximos siete días</numerusform>
    <numerusform>%n encuentros más en los próximos siete días</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n offer(s) or request(s) have ended</source>
   <translation>
    <numerusform>%n oferta o petición ha terminado</numerusform>
    <numerusform>%n ofertas o peticiones han terminado</numerusform>
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
   <source>Ask these people again.</source>
   <translation>Vuelva a preguntar a esas personas.</translation>
  </message>
  <message>
   <source>Ask whether this still holds, and change the last day.</source>
   <translation>Pregunte si sigue en pie, y cambie el último día.</translation>
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
   <source>Disputed {day}</source>
   <translation>Puesto en duda el {day}</translation>
  </message>
  <message>
   <source>Disputed {day}, noted by {name}</source>
   <translation>Puesto en duda el {day}, anotado por {name}</translation>
  </message>
  <message>
   <source>Everything is answered and confirmed.</source>
   <translation>Todo está respondido y confirmado.</translation>
  </message>
  <message>
   <source>Find someone for: {title}</source>
   <translation>Buscar a alguien para: {title}</translation>
  </message>
  <message>
   <source>Find someone…</source>
   <translation>Buscar a alguien…</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>Está bien</translation>
  </message>
  <message>
   <source>Import a list…</source>
   <translation>Importar una lista…</translation>
  </message>
  <message>
   <source>Its passphrase opens it.</source>
   <translation>Su frase secreta lo abre.</translation>
  </message>
  <message>
   <source>Mark as fulfilled: {title}</source>
   <translation>Marcar como satisfecha: {title}</translation>
  </message>
  <message>
   <source>No meetup within a week</source>
   <translation>Ningún encuentro en los próximos siete días</translation>
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
   <source>Show them</source>
   <translation>Mostrarlas</translation>
  </message>
  <message>
   <source>Show who they are</source>
   <translation>Ver quiénes son</translation>
  </message>
  <message>
   <source>Today, {time}</source>
   <translation>Hoy, {time}</translation>
  </message>
  <message>
   <source>Use {value} instead</source>
   <translation>Usar {value}</translation>
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
   <source>{circle} is locked</source>
   <translation>{circle} está bloqueado</translation>
  </message>
  <message numerus="yes">
   <source>{name} and %n more could help</source>
   <translation>
    <numerusform>{name} y %n más podrían ayudar</numerusform>
    <numerusform>{name} y %n más podrían ayudar</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} answers {title}</source>
   <translation>{name} responde a {title}</translation>
  </message>
  <message>
   <source>{name} could help</source>
   <translation>{name} podría ayudar</translation>
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
  <name>TodayLines</name>
  <message>
   <source>Go there</source>
   <translation>Ir allí</translation>
  </message>
  <message>
   <source>Go to {circle}: {what}</source>
   <translation>Ir a {circle}: {what}</translation>
  </message>
  <message>
   <source>Show all {count}</source>
   <translation>Mostrar las {count}</translation>
  </message>
  <message>
   <source>Show all {count} of {circle}</source>
   <translation>Mostrar las {count} de {circle}</translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message numerus="yes">
   <source>%n exchange(s) stand on a day that has not come yet. If a clock was wrong when they were recorded, reverse each and record it anew.</source>
   <translation>
    <numerusform>%n intercambio lleva una fecha que aún no ha llegado. Si un reloj estaba mal cuando se anotó, reviértalo y anótelo de nuevo.</numerusform>
    <numerusform>%n intercambios llevan una fecha que aún no ha llegado. Si un reloj estaba mal cuando se anotaron, revierta cada uno y anótelo de nuevo.</numerusform>
   </translation>
  </message>
  <message>
   <source>All my circles</source>
   <translation>Todos mis círculos</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Ocultar</translation>
  </message>
  <message>
   <source>If the hub is lost for good, no laptop can be added or shut out any more, unless a recovery sheet was printed before. Print it while the hub is there.</source>
   <translation>Si el nodo se pierde para siempre, ya no se podrá añadir ni excluir ningún portátil, salvo que antes se haya impreso una hoja de recuperación. Imprímala mientras el nodo siga ahí.</translation>
  </message>
  <message>
   <source>If this laptop is lost, so is the circle. Print the recovery sheet, or add a second laptop that may run the circle.</source>
   <translation>Si se pierde este portátil, se pierde el círculo. Imprima la hoja de recuperación o añada un segundo portátil que pueda llevar el círculo.</translation>
  </message>
  <message>
   <source>Only this laptop has the circle’s records so far. Share shows how to bring them to others.</source>
   <translation>Solo este portátil tiene los datos del círculo. «Compartir» muestra cómo llevarlos a otros.</translation>
  </message>
  <message>
   <source>Print the recovery sheet…</source>
   <translation>Imprimir la hoja de recuperación…</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Ver</translation>
  </message>
  <message>
   <source>Show how</source>
   <translation>Mostrar cómo</translation>
  </message>
  <message>
   <source>Show what needs someone in all of them</source>
   <translation>Mostrar lo que espera a alguien en todos</translation>
  </message>
  <message>
   <source>The clock is right</source>
   <translation>El reloj está bien</translation>
  </message>
  <message>
   <source>The recovery sheet does not say where the circle’s hub is now: it was printed before that. Print it anew.</source>
   <translation>La hoja de recuperación no dice dónde está ahora el nodo del círculo: se imprimió antes. Imprímala de nuevo.</translation>
  </message>
  <message>
   <source>There is a newer Learning Circles, {version}. This one, {own}, goes on working.</source>
   <translation>Hay una versión más reciente de Learning Circles, {version}. Esta, {own}, sigue funcionando.</translation>
  </message>
  <message>
   <source>This laptop’s clock is {span} ahead of the hub’s. Please set right whichever of them is wrong.</source>
   <translation>El reloj de este portátil va {span} por delante del reloj del nodo. Ponga en hora el que esté mal.</translation>
  </message>
  <message>
   <source>This laptop’s clock is {span} behind the hub’s. Please set right whichever of them is wrong.</source>
   <translation>El reloj de este portátil va {span} por detrás del reloj del nodo. Ponga en hora el que esté mal.</translation>
  </message>
  <message>
   <source>This laptop’s clock is {span} behind what others have written. Please set it right.</source>
   <translation>El reloj de este portátil va {span} por detrás de lo que otros han escrito. Póngalo en hora.</translation>
  </message>
  <message>
   <source>This laptop’s clock says {today}, and before that nothing was written here since {last}. If the clock is wrong, please set it right: whatever you write is dated by it.</source>
   <translation>El reloj de este portátil dice {today}, y desde el {last} no se había escrito nada aquí. Si no va bien, póngalo en hora: todo lo que se escribe lleva su fecha.</translation>
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
   <source>A few letters, or the Down key</source>
   <translation>Unas letras, o la flecha hacia abajo</translation>
  </message>
  <message>
   <source>New topic: {words}</source>
   <translation>Tema nuevo: {words}</translation>
  </message>
 </context>
 <context>
  <name>TopicTable</name>
  <message>
   <source>Add an offer</source>
   <translation>Añadir una oferta</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Piden</translation>
  </message>
  <message>
   <source>No topic yet</source>
   <translation>Aún no hay temas</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Ofrecen</translation>
  </message>
  <message>
   <source>Show who learned it</source>
   <translation>Ver quién lo aprendió</translation>
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
   <source>Topics stand here as soon as somebody offers, asks for or has learned something.</source>
   <translation>Los temas aparecen aquí en cuanto alguien ofrece, pide o ha aprendido algo.</translation>
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
   <source>Fetch it again from its hub</source>
   <translation>Traerlo de nuevo de su nodo</translation>
  </message>
  <message>
   <source>Files can be dropped here once a circle is open.</source>
   <translation>Aquí se podrán soltar archivos cuando haya un círculo abierto.</translation>
  </message>
  <message>
   <source>Get it back from a backup…</source>
   <translation>Recuperar una copia…</translation>
  </message>
  <message>
   <source>Make a problem report…</source>
   <translation>Hacer un informe del problema…</translation>
  </message>
  <message>
   <source>Mend this file</source>
   <translation>Reparar este archivo</translation>
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
   <source>Take it from a stick of another laptop…</source>
   <translation>Tomarlo de la memoria de otro portátil…</translation>
  </message>
  <message>
   <source>Take the backup of {day}</source>
   <translation>Tomar la copia del {day}</translation>
  </message>
  <message>
   <source>The circle can come back from elsewhere. The damaged file is kept beside it; what this laptop had not shared is only in that.</source>
   <translation>El círculo puede volver de otro sitio. El archivo dañado se conserva al lado; lo que este portátil no había compartido solo está en él.</translation>
  </message>
  <message>
   <source>The file of {name} is damaged. Mending takes over what can be read, and keeps the damaged file beside it.</source>
   <translation>El archivo de {name} está dañado. La reparación recupera lo que se puede leer y guarda al lado el archivo dañado.</translation>
  </message>
  <message>
   <source>This circle could not be opened</source>
   <translation>Este círculo no se pudo abrir</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}. The recovery sheet or a backup brings it back.</source>
   <translation>Este portátil no tiene clave para {name}. La hoja de recuperación o una copia de seguridad lo traen de vuelta.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Intentarlo de nuevo</translation>
  </message>
 </context>
 <context>
  <name>Troubles</name>
  <message>
   <source>A stick of another laptop</source>
   <translation>La memoria de otro portátil</translation>
  </message>
  <message>
   <source>Getting {name} back…</source>
   <translation>Recuperando {name}…</translation>
  </message>
  <message>
   <source>Mending {name}…</source>
   <translation>Reparando {name}…</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Memorias (*.bundle)</translation>
  </message>
  <message>
   <source>The report is written. It names nobody.</source>
   <translation>El informe está escrito. No nombra a nadie.</translation>
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
   <source>Undo: an erasure cannot be undone</source>
   <translation>Deshacer: un borrado definitivo no se puede deshacer</translation>
  </message>
  <message>
   <source>Undo: {label}</source>
   <translation>Deshacer: {label}</translation>
  </message>
 </context>
 <context>
  <name>Untold</name>
  <message>
   <source>guest</source>
   <translation>invitado</translation>
  </message>
  <message>
   <source>{one} or {other}</source>
   <translation>{one} o {other}</translation>
  </message>
  <message>
   <source>{title}, {when}, {place}: takes place after all</source>
   <translation>{title}, {when}, {place}: al final sí se hace</translation>
  </message>
  <message>
   <source>{title}, {when}: called off</source>
   <translation>{title}, {when}: encuentro suspendido</translation>
  </message>
  <message>
   <source>{title}, {when}: no longer at its place</source>
   <translation>{title}, {when}: ya no es en el mismo lugar</translation>
  </message>
  <message>
   <source>{title}, {when}: now at {place}</source>
   <translation>{title}, {when}: nuevo lugar, {place}</translation>
  </message>
  <message>
   <source>{title}, {when}: takes place after all</source>
   <translation>{title}, {when}: al final sí se hace</translation>
  </message>
  <message>
   <source>{title}: now {when}</source>
   <translation>{title}: ahora, {when}</translation>
  </message>
  <message>
   <source>{title}: now {when}, {place}</source>
   <translation>{title}: ahora, {when}, {place}</translation>
  </message>
  <message>
   <source>{way}, or none</source>
   <translation>{way}, o nada</translation>
  </message>
 </context>
 <context>
  <name>UntoldCards</name>
  <message numerus="yes">
   <source>%n person(s) to tell</source>
   <translation>
    <numerusform>%n persona por avisar</numerusform>
    <numerusform>%n personas por avisar</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n person(s) told</source>
   <translation>
    <numerusform>%n persona avisada</numerusform>
    <numerusform>%n personas avisadas</numerusform>
   </translation>
  </message>
  <message>
   <source>All told</source>
   <translation>Todos avisados</translation>
  </message>
  <message>
   <source>Show whom…</source>
   <translation>Ver a quién…</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>Avisado</translation>
  </message>
  <message numerus="yes">
   <source>{names} and %n more</source>
   <translation>
    <numerusform>{names} y %n más</numerusform>
    <numerusform>{names} y %n más</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Visitors</name>
  <message>
   <source>There is no file {name}.</source>
   <translation>No existe el archivo {name}.</translation>
  </message>
  <message>
   <source>This is a hub’s code. Begin or open a circle first, then bring it again.</source>
   <translation>Es el código de un nodo. Empiece o abra primero un círculo y tráigalo de nuevo.</translation>
  </message>
  <message>
   <source>{name} belongs to another laptop and opens only there. Ask for an invitation, or restore a backup.</source>
   <translation>{name} pertenece a otro portátil y solo se abre allí. Pida una invitación o restaure una copia de seguridad.</translation>
  </message>
  <message>
   <source>{name} goes into a circle. Begin or open one first, then bring it again.</source>
   <translation>{name} va en un círculo. Empiece o abra uno primero y tráigalo de nuevo.</translation>
  </message>
  <message>
   <source>{name} is a copy of {circle}, which is on this laptop already: go on with that one. What was taken out of it since then is under “Recently removed”.</source>
   <translation>{name} es una copia de {circle}, que ya está en este portátil: siga con ese. Lo que se ha quitado desde entonces está en «Quitados hace poco».</translation>
  </message>
  <message>
   <source>{name} is not a circle.</source>
   <translation>{name} no es un círculo.</translation>
  </message>
  <message>
   <source>{name} is nothing that Learning Circles can open.</source>
   <translation>Learning Circles no puede abrir {name}.</translation>
  </message>
 </context>
 <context>
  <name>WaitingGuests</name>
  <message>
   <source>Or is it {names} in the list of members? Undo takes this back.</source>
   <translation>¿O es {names}, de la lista de miembros? «Deshacer» quita esto.</translation>
  </message>
  <message numerus="yes">
   <source>There are %n guests of that name now.</source>
   <translation>
    <numerusform>Ahora hay %n persona invitada con ese nombre.</numerusform>
    <numerusform>Ahora hay %n personas invitadas con ese nombre.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} is here already.</source>
   <translation>{name} ya está aquí.</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} está aquí.</translation>
  </message>
  <message>
   <source>{name} is signed up for {title}.</source>
   <translation>Se ha apuntado a {name} para {title}.</translation>
  </message>
 </context>
 <context>
  <name>Watching</name>
  <message>
   <source>Somebody was erased: what you had begun and was in no file may have spoken of them, and is gone with them.</source>
   <translation>Se ha borrado a alguien: lo que había empezado y no estaba en ningún archivo podía hablar de esa persona, y ha desaparecido con ella.</translation>
  </message>
 </context>
 <context>
  <name>WhatWasOnIt</name>
  <message>
   <source>As far as this laptop knows, it may hold what the circle held when it last shared:</source>
   <translation>Hasta donde sabe este portátil, puede contener lo que el círculo contenía cuando compartió por última vez:</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Is this laptop’s clock right?</source>
   <translation>¿Está en hora el reloj de este portátil?</translation>
  </message>
  <message>
   <source>Make a problem report…</source>
   <translation>Hacer un informe del problema…</translation>
  </message>
  <message>
   <source>Other laptops merge what you write whatever its time. Only dates that people read would be wrong.</source>
   <translation>Los demás portátiles recogen lo que escriba sea cual sea su hora. Solo las fechas que lee la gente serían erróneas.</translation>
  </message>
  <message>
   <source>Something went wrong that should not have. What was saved is kept.</source>
   <translation>Algo salió mal, por culpa del programa. Lo guardado sigue ahí.</translation>
  </message>
  <message>
   <source>Write all the same</source>
   <translation>Escribir de todos modos</translation>
  </message>
  <message>
   <source>{name} is opened alone. Not opened: {others}. Drop them one after the other.</source>
   <translation>Solo se abre {name}. Sin abrir: {others}. Suéltelos uno tras otro.</translation>
  </message>
 </context>
 <context>
  <name>Worn</name>
  <message>
   <source>It was not changed: the circle would have to be opened anew, and that takes its passphrase.</source>
   <translation>No se ha cambiado: habría que volver a abrir el círculo, y para eso hace falta su frase secreta.</translation>
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
   <source>The same once more</source>
   <translation>La misma otra vez</translation>
  </message>
  <message>
   <source>The two passphrases are not the same.</source>
   <translation>Las dos frases secretas no son iguales.</translation>
  </message>
  <message>
   <source>Write a backup</source>
   <translation>Escribir una copia de seguridad</translation>
  </message>
  <message>
   <source>Writing {file}</source>
   <translation>Escribiendo {file}</translation>
  </message>
 </context>
 <context>
  <name>WrittenApart</name>
  <message>
   <source>Choose all</source>
   <translation>Elegir todo</translation>
  </message>
  <message>
   <source>One of the two stands, and the other is kept here. Nothing has to be done.</source>
   <translation>Vale uno de los dos valores, y el otro se guarda aquí. No hay que hacer nada.</translation>
  </message>
  <message>
   <source>Show the person</source>
   <translation>Ver a la persona</translation>
  </message>
  <message>
   <source>Show the record</source>
   <translation>Ver la ficha</translation>
  </message>
  <message>
   <source>Use the other of each instead</source>
   <translation>Usar el otro valor de cada una</translation>
  </message>
  <message>
   <source>Written on two laptops at once</source>
   <translation>Escrito en dos portátiles a la vez</translation>
  </message>
 </context>
 <context>
  <name>_Told</name>
  <message numerus="yes">
   <source>%n chosen</source>
   <translation>
    <numerusform>%n elegida</numerusform>
    <numerusform>%n elegidas</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>fields</name>
  <message>
   <source>A passphrase</source>
   <translation>Una frase secreta</translation>
  </message>
  <message>
   <source>About</source>
   <translation>Acerca de</translation>
  </message>
  <message>
   <source>Absent</source>
   <translation>Ausente</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Aceptado</translation>
  </message>
  <message>
   <source>Access</source>
   <translation>Acceso</translation>
  </message>
  <message>
   <source>Access needs</source>
   <translation>Necesidades de acceso</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Activo</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Dirección</translation>
  </message>
  <message>
   <source>Agreements</source>
   <translation>Acuerdos</translation>
  </message>
  <message>
   <source>Anonymised</source>
   <translation>Anonimizado</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Respuesta</translation>
  </message>
  <message>
   <source>Answer from outside</source>
   <translation>Respuesta de fuera</translation>
  </message>
  <message>
   <source>Answered on</source>
   <translation>Respondido el</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Respuestas</translation>
  </message>
  <message>
   <source>Answers from outside</source>
   <translation>Respuestas de fuera</translation>
  </message>
  <message>
   <source>Applied</source>
   <translation>Solicitante</translation>
  </message>
  <message>
   <source>Arabic</source>
   <translation>Árabe</translation>
  </message>
  <message>
   <source>Attendance</source>
   <translation>Asistencia</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Saldo</translation>
  </message>
  <message>
   <source>Baltic</source>
   <translation>Báltico</translation>
  </message>
  <message>
   <source>Begins</source>
   <translation>Empieza</translation>
  </message>
  <message>
   <source>Best reached by</source>
   <translation>Mejor contactar por</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Contenido</translation>
  </message>
  <message>
   <source>Both people confirm an exchange</source>
   <translation>Las dos personas confirman un intercambio</translation>
  </message>
  <message>
   <source>Called off</source>
   <translation>Suspendido</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Vino</translation>
  </message>
  <message>
   <source>Central European</source>
   <translation>Europa central</translation>
  </message>
  <message>
   <source>Central European (DOS)</source>
   <translation>Europa central (DOS)</translation>
  </message>
  <message>
   <source>Central European (ISO)</source>
   <translation>Europa central (ISO)</translation>
  </message>
  <message>
   <source>Charter</source>
   <translation>Carta fundacional</translation>
  </message>
  <message>
   <source>Chinese, simplified</source>
   <translation>Chino simplificado</translation>
  </message>
  <message>
   <source>Chinese, traditional</source>
   <translation>Chino tradicional</translation>
  </message>
  <message>
   <source>Civic life</source>
   <translation>Vida cívica</translation>
  </message>
  <message>
   <source>Common project</source>
   <translation>Proyecto común</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Confirmado</translation>
  </message>
  <message>
   <source>Confirmed by</source>
   <translation>Confirmado por</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Consentimiento</translation>
  </message>
  <message>
   <source>Consents</source>
   <translation>Consentimientos</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Contacto</translation>
  </message>
  <message>
   <source>Cyrillic</source>
   <translation>Cirílico</translation>
  </message>
  <message>
   <source>Cyrillic (DOS)</source>
   <translation>Cirílico (DOS)</translation>
  </message>
  <message>
   <source>Cyrillic (KOI8)</source>
   <translation>Cirílico (KOI8)</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Rechazado</translation>
  </message>
  <message>
   <source>Did not come</source>
   <translation>No vino</translation>
  </message>
  <message>
   <source>Different</source>
   <translation>Distintos</translation>
  </message>
  <message>
   <source>Disputed</source>
   <translation>En disputa</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Borrador</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>Correo electrónico</translation>
  </message>
  <message>
   <source>Economy</source>
   <translation>Economía</translation>
  </message>
  <message>
   <source>Education</source>
   <translation>Educación</translation>
  </message>
  <message>
   <source>Emergency contact</source>
   <translation>Contacto de emergencia</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>Intercambio</translation>
  </message>
  <message>
   <source>Exchanges</source>
   <translation>Intercambios</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Caducado</translation>
  </message>
  <message>
   <source>Field of learning</source>
   <translation>Campo de estudio</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>Nombre de pila</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Para</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Formulario</translation>
  </message>
  <message>
   <source>Formal</source>
   <translation>Formal</translation>
  </message>
  <message>
   <source>Former member number</source>
   <translation>Número de miembro anterior</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>Fulfilled</source>
   <translation>Cumplido</translation>
  </message>
  <message>
   <source>Given</source>
   <translation>Dado</translation>
  </message>
  <message>
   <source>Gone since</source>
   <translation>Se fue el</translation>
  </message>
  <message>
   <source>Greek</source>
   <translation>Griego</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>Invitado</translation>
  </message>
  <message>
   <source>Hebrew</source>
   <translation>Hebreo</translation>
  </message>
  <message>
   <source>Highest balance</source>
   <translation>Saldo más alto</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Anfitrión</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Cómo</translation>
  </message>
  <message>
   <source>How learned</source>
   <translation>Cómo se aprendió</translation>
  </message>
  <message>
   <source>How to address them</source>
   <translation>Cómo dirigirse a la persona</translation>
  </message>
  <message>
   <source>In person</source>
   <translation>En persona</translation>
  </message>
  <message>
   <source>Informal</source>
   <translation>Informal</translation>
  </message>
  <message>
   <source>Japanese</source>
   <translation>Japonés</translation>
  </message>
  <message>
   <source>Japanese (EUC)</source>
   <translation>Japonés (EUC)</translation>
  </message>
  <message>
   <source>Keep my details</source>
   <translation>Guardar mis datos</translation>
  </message>
  <message>
   <source>Korean</source>
   <translation>Coreano</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Idioma</translation>
  </message>
  <message>
   <source>Languages</source>
   <translation>Idiomas</translation>
  </message>
  <message>
   <source>Laptop</source>
   <translation>Portátil</translation>
  </message>
  <message>
   <source>Laptops</source>
   <translation>Portátiles</translation>
  </message>
  <message>
   <source>Learning record</source>
   <translation>Aprendizaje</translation>
  </message>
  <message>
   <source>Learning records</source>
   <translation>Aprendizajes</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Se fue</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Duración</translation>
  </message>
  <message>
   <source>Link of two exchanges</source>
   <translation>Vínculo de dos intercambios</translation>
  </message>
  <message>
   <source>Link of two members</source>
   <translation>Vínculo de dos miembros</translation>
  </message>
  <message>
   <source>Links of exchanges</source>
   <translation>Vínculos de intercambios</translation>
  </message>
  <message>
   <source>Links of members</source>
   <translation>Vínculos de miembros</translation>
  </message>
  <message>
   <source>Lowest balance</source>
   <translation>Saldo más bajo</translation>
  </message>
  <message>
   <source>Matched</source>
   <translation>Emparejado</translation>
  </message>
  <message>
   <source>Maybe</source>
   <translation>Quizás</translation>
  </message>
  <message>
   <source>Meetup</source>
   <translation>Encuentro</translation>
  </message>
  <message>
   <source>Meetups</source>
   <translation>Encuentros</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>Miembro</translation>
  </message>
  <message>
   <source>Member number</source>
   <translation>Número de miembro</translation>
  </message>
  <message>
   <source>Member since</source>
   <translation>Miembro desde</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>Miembros</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Mensaje</translation>
  </message>
  <message>
   <source>Message number</source>
   <translation>Número del mensaje</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nombre</translation>
  </message>
  <message>
   <source>Name me in print</source>
   <translation>Nombrarme en impresos</translation>
  </message>
  <message>
   <source>Name of the circle</source>
   <translation>Nombre del círculo</translation>
  </message>
  <message>
   <source>Neighbourhood</source>
   <translation>Barrio</translation>
  </message>
  <message>
   <source>No</source>
   <translation>No</translation>
  </message>
  <message>
   <source>Non-formal</source>
   <translation>No formal</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notas</translation>
  </message>
  <message>
   <source>Objective</source>
   <translation>Objetivo</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Oferta</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Ofertas</translation>
  </message>
  <message>
   <source>On</source>
   <translation>El</translation>
  </message>
  <message>
   <source>One</source>
   <translation>Uno</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Abierto</translation>
  </message>
  <message>
   <source>Opens with</source>
   <translation>Se abre con</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>Otro</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papel</translation>
  </message>
  <message>
   <source>Parent or guardian</source>
   <translation>Madre, padre o tutor</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>Parte de</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Partes</translation>
  </message>
  <message>
   <source>Pass on my contact</source>
   <translation>Dar mi contacto</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pausa</translation>
  </message>
  <message>
   <source>People without a name</source>
   <translation>Personas sin nombre</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Persona</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Teléfono</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lugar</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Lugares</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Planeado</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Correo postal</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Propuesto</translation>
  </message>
  <message>
   <source>Public services</source>
   <translation>Servicios públicos</translation>
  </message>
  <message>
   <source>Publish my listing</source>
   <translation>Publicar mi anuncio</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>Publicado</translation>
  </message>
  <message>
   <source>Recorded by</source>
   <translation>Anotado por</translation>
  </message>
  <message>
   <source>Repeats</source>
   <translation>Se repite</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>Petición</translation>
  </message>
  <message>
   <source>Requests</source>
   <translation>Peticiones</translation>
  </message>
  <message>
   <source>Reversed</source>
   <translation>Revertido</translation>
  </message>
  <message>
   <source>Room for</source>
   <translation>Aforo</translation>
  </message>
  <message>
   <source>Sector</source>
   <translation>Sector</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Ajustes</translation>
  </message>
  <message>
   <source>Show me to members</source>
   <translation>Mostrarme a los miembros</translation>
  </message>
  <message>
   <source>Skills</source>
   <translation>Saberes</translation>
  </message>
  <message>
   <source>Spoken</source>
   <translation>De palabra</translation>
  </message>
  <message>
   <source>State</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Estado</translation>
  </message>
  <message>
   <source>Thai</source>
   <translation>Tailandés</translation>
  </message>
  <message>
   <source>The same</source>
   <translation>El mismo</translation>
  </message>
  <message>
   <source>The same?</source>
   <translation>¿El mismo?</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Tiempo</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Título</translation>
  </message>
  <message>
   <source>To</source>
   <translation>Para</translation>
  </message>
  <message>
   <source>To a</source>
   <translation>A</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>Avisado</translation>
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
   <source>Turkish</source>
   <translation>Turco</translation>
  </message>
  <message>
   <source>UTF-16</source>
   <translation>UTF-16</translation>
  </message>
  <message>
   <source>UTF-8</source>
   <translation>UTF-8</translation>
  </message>
  <message>
   <source>Until</source>
   <translation>Hasta</translation>
  </message>
  <message>
   <source>Vietnamese</source>
   <translation>Vietnamita</translation>
  </message>
  <message>
   <source>Voluntary work</source>
   <translation>Voluntariado</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>En espera</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>Lista de espera</translation>
  </message>
  <message>
   <source>Western European</source>
   <translation>Europa occidental</translation>
  </message>
  <message>
   <source>Western European (DOS)</source>
   <translation>Europa occidental (DOS)</translation>
  </message>
  <message>
   <source>Western European (old Macintosh)</source>
   <translation>Europa occidental (Macintosh antiguo)</translation>
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
   <source>Where</source>
   <translation>Dónde</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Quién</translation>
  </message>
  <message>
   <source>Who may see it</source>
   <translation>Quién puede verlo</translation>
  </message>
  <message>
   <source>Who may see monthly figures</source>
   <translation>Quién puede ver las cifras del mes</translation>
  </message>
  <message>
   <source>Whose name and number stand</source>
   <translation>De quién quedan el nombre y el número</translation>
  </message>
  <message>
   <source>With whom</source>
   <translation>Con quién</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Retirado</translation>
  </message>
  <message>
   <source>Withdrawn on</source>
   <translation>Retirado el</translation>
  </message>
  <message>
   <source>Work left out</source>
   <translation>Trabajo descartado</translation>
  </message>
  <message>
   <source>Written</source>
   <translation>Escrito el</translation>
  </message>
  <message>
   <source>Year of birth</source>
   <translation>Año de nacimiento</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Sí</translation>
  </message>
  <message>
   <source>access is refused</source>
   <translation>se denegó el permiso</translation>
  </message>
  <message>
   <source>anniversary</source>
   <translation>aniversario</translation>
  </message>
  <message>
   <source>attached files</source>
   <translation>archivos adjuntos</translation>
  </message>
  <message>
   <source>birthday</source>
   <translation>cumpleaños</translation>
  </message>
  <message>
   <source>categories</source>
   <translation>categorías</translation>
  </message>
  <message>
   <source>chat address</source>
   <translation>dirección de chat</translation>
  </message>
  <message>
   <source>colour</source>
   <translation>color</translation>
  </message>
  <message>
   <source>comments</source>
   <translation>comentarios</translation>
  </message>
  <message>
   <source>contact</source>
   <translation>contacto</translation>
  </message>
  <message>
   <source>dates left out of a series</source>
   <translation>fechas quitadas de una serie</translation>
  </message>
  <message>
   <source>diary entries</source>
   <translation>entradas de diario</translation>
  </message>
  <message>
   <source>equipment</source>
   <translation>material</translation>
  </message>
  <message>
   <source>further addresses</source>
   <translation>otras direcciones</translation>
  </message>
  <message>
   <source>further dates of a series</source>
   <translation>otras fechas de una serie</translation>
  </message>
  <message>
   <source>gender</source>
   <translation>género</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>es una carpeta</translation>
  </message>
  <message>
   <source>it is not a folder</source>
   <translation>no es una carpeta</translation>
  </message>
  <message>
   <source>key</source>
   <translation>clave</translation>
  </message>
  <message>
   <source>logo</source>
   <translation>logotipo</translation>
  </message>
  <message>
   <source>no room is left on the disk</source>
   <translation>no queda espacio en el disco</translation>
  </message>
  <message>
   <source>organisation</source>
   <translation>organización</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>foto</translation>
  </message>
  <message>
   <source>place on the map</source>
   <translation>lugar en el mapa</translation>
  </message>
  <message>
   <source>position</source>
   <translation>cargo</translation>
  </message>
  <message>
   <source>role</source>
   <translation>función</translation>
  </message>
  <message>
   <source>tasks</source>
   <translation>tareas</translation>
  </message>
  <message>
   <source>that an event is not certain yet</source>
   <translation>que un evento aún no es seguro</translation>
  </message>
  <message>
   <source>that is not allowed</source>
   <translation>la operación no está permitida</translation>
  </message>
  <message>
   <source>the disk can only be read</source>
   <translation>el disco es de solo lectura</translation>
  </message>
  <message>
   <source>the disk does not answer as it should</source>
   <translation>el disco no responde bien</translation>
  </message>
  <message>
   <source>the file is too large</source>
   <translation>el archivo es demasiado grande</translation>
  </message>
  <message>
   <source>there is nothing of that name</source>
   <translation>no hay nada con ese nombre</translation>
  </message>
  <message>
   <source>time zone</source>
   <translation>zona horaria</translation>
  </message>
  <message>
   <source>web address</source>
   <translation>dirección web</translation>
  </message>
  <message>
   <source>what only the other program knows</source>
   <translation>lo que solo conoce el otro programa</translation>
  </message>
  <message>
   <source>who invited</source>
   <translation>quién invita</translation>
  </message>
  <message>
   <source>who is in a group</source>
   <translation>quién está en un grupo</translation>
  </message>
  <message>
   <source>who was invited</source>
   <translation>quién está invitado</translation>
  </message>
  <message>
   <source>your share of the disk is used up</source>
   <translation>se superó la cuota de disco</translation>
  </message>
 </context>
 <context>
  <name>labels</name>
  <message>
   <source>Add consent</source>
   <translation>Añadir consentimiento</translation>
  </message>
  <message>
   <source>Add exchanges</source>
   <translation>Añadir intercambios</translation>
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
   <source>Add meetups</source>
   <translation>Añadir encuentros</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Añadir miembro</translation>
  </message>
  <message>
   <source>Add members</source>
   <translation>Añadir miembros</translation>
  </message>
  <message>
   <source>Add offer</source>
   <translation>Añadir oferta</translation>
  </message>
  <message>
   <source>Add offers</source>
   <translation>Añadir ofertas</translation>
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
   <source>Add requests</source>
   <translation>Añadir peticiones</translation>
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
   <source>An earlier change</source>
   <translation>Un cambio anterior</translation>
  </message>
  <message>
   <source>Answer a question</source>
   <translation>Responder a una pregunta</translation>
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
   <source>Begin</source>
   <translation>Empezar</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Recuperar</translation>
  </message>
  <message>
   <source>Bring back what was removed</source>
   <translation>Recuperar lo que se había quitado</translation>
  </message>
  <message>
   <source>Bring back what {name} wrote</source>
   <translation>Recuperar lo que escribió {name}</translation>
  </message>
  <message>
   <source>Call off {name}</source>
   <translation>Suspender {name}</translation>
  </message>
  <message>
   <source>Cancel {name}</source>
   <translation>Suspender {name}</translation>
  </message>
  <message>
   <source>Change exchange {name}</source>
   <translation>Cambiar el intercambio {name}</translation>
  </message>
  <message>
   <source>Change that {person} learned {name}</source>
   <translation>Cambiar lo que aprendió {person}: {name}</translation>
  </message>
  <message>
   <source>Change that {person} learned {name} ({label})</source>
   <translation>Cambiar lo que aprendió {person}: {name} ({label})</translation>
  </message>
  <message>
   <source>Change the charter</source>
   <translation>Cambiar la carta fundacional</translation>
  </message>
  <message>
   <source>Change the charter ({label})</source>
   <translation>Cambiar la carta fundacional ({label})</translation>
  </message>
  <message>
   <source>Change the settings</source>
   <translation>Cambiar los ajustes</translation>
  </message>
  <message>
   <source>Change the settings ({label})</source>
   <translation>Cambiar los ajustes ({label})</translation>
  </message>
  <message>
   <source>Change the status of {name} to {label}</source>
   <translation>Cambiar el estado de {name} a «{label}»</translation>
  </message>
  <message>
   <source>Change the {label} of exchange {name}</source>
   <translation>Cambiar el intercambio {name} ({label})</translation>
  </message>
  <message>
   <source>Change the {label} of {name}</source>
   <translation>Cambiar {name} ({label})</translation>
  </message>
  <message>
   <source>Change {name}</source>
   <translation>Cambiar {name}</translation>
  </message>
  <message>
   <source>Confirm exchange {name}</source>
   <translation>Confirmar el intercambio {name}</translation>
  </message>
  <message>
   <source>Consents</source>
   <translation>Anotar consentimientos</translation>
  </message>
  <message>
   <source>Count the same hours once</source>
   <translation>Contar una vez las mismas horas</translation>
  </message>
  <message>
   <source>Count who came to {meetup}</source>
   <translation>Contar quiénes vinieron: {meetup}</translation>
  </message>
  <message>
   <source>Decline exchange {name}</source>
   <translation>Rechazar el intercambio {name}</translation>
  </message>
  <message>
   <source>Dispute exchange {name}</source>
   <translation>Poner en duda el intercambio {name}</translation>
  </message>
  <message>
   <source>Done again: {label}.</source>
   <translation>Rehecho: {label}.</translation>
  </message>
  <message>
   <source>Enter again after damage</source>
   <translation>Volver a anotar tras un daño</translation>
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
   <source>Keep both exchanges</source>
   <translation>Conservar los dos intercambios</translation>
  </message>
  <message>
   <source>Keep both exchanges {name}</source>
   <translation>Conservar los dos intercambios {name}</translation>
  </message>
  <message>
   <source>Keep one of two exchanges</source>
   <translation>Conservar uno de dos intercambios</translation>
  </message>
  <message>
   <source>Keep one of two exchanges {name}</source>
   <translation>Conservar uno de los dos intercambios {name}</translation>
  </message>
  <message>
   <source>Learned {name}</source>
   <translation>Aprendido: {name}</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Descartar</translation>
  </message>
  <message>
   <source>Leave out what {name} wrote</source>
   <translation>Descartar lo que escribió {name}</translation>
  </message>
  <message>
   <source>Match</source>
   <translation>Emparejar</translation>
  </message>
  <message>
   <source>Match a request</source>
   <translation>Encontrar a alguien para una petición</translation>
  </message>
  <message>
   <source>Member numbers</source>
   <translation>Números de miembro</translation>
  </message>
  <message>
   <source>Merge {name}</source>
   <translation>Unir {name}</translation>
  </message>
  <message>
   <source>Merge {one} and {other}</source>
   <translation>Unir a {one} y {other}</translation>
  </message>
  <message>
   <source>No longer note {person} for {meetup}</source>
   <translation>Dejar de anotar a {person}: {meetup}</translation>
  </message>
  <message>
   <source>Note that {person} came to {meetup}</source>
   <translation>Anotar que {person} vino: {meetup}</translation>
  </message>
  <message>
   <source>Note that {person} did not come to {meetup}</source>
   <translation>Anotar que {person} no vino: {meetup}</translation>
  </message>
  <message>
   <source>Note that {person} learned {name}</source>
   <translation>Anotar lo que aprendió {person}: {name}</translation>
  </message>
  <message>
   <source>Note that {person} was told about {meetup}</source>
   <translation>Anotar que se avisó a {person} sobre {meetup}</translation>
  </message>
  <message>
   <source>Note the answer of {person} for {meetup}</source>
   <translation>Anotar la respuesta de {person}: {meetup}</translation>
  </message>
  <message>
   <source>Note what members agree to</source>
   <translation>Anotar los consentimientos de miembros</translation>
  </message>
  <message>
   <source>Note what {person} agrees to</source>
   <translation>Anotar los consentimientos de {person}</translation>
  </message>
  <message>
   <source>Note who came to {meetup}</source>
   <translation>Anotar quién vino: {meetup}</translation>
  </message>
  <message>
   <source>Note who means to come to {meetup}</source>
   <translation>Anotar quién piensa venir: {meetup}</translation>
  </message>
  <message>
   <source>Note who was told about {meetup}</source>
   <translation>Anotar a quién se avisó sobre {meetup}</translation>
  </message>
  <message>
   <source>Note {person} for {meetup} again</source>
   <translation>Anotar de nuevo a {person}: {meetup}</translation>
  </message>
  <message>
   <source>Opening balances</source>
   <translation>Saldos iniciales</translation>
  </message>
  <message>
   <source>Plan {name}</source>
   <translation>Planear {name}</translation>
  </message>
  <message>
   <source>Plan {name} again</source>
   <translation>Planear de nuevo {name}</translation>
  </message>
  <message>
   <source>Propose {name}</source>
   <translation>Proponer {name}</translation>
  </message>
  <message>
   <source>Record exchange {name}</source>
   <translation>Anotar el intercambio {name}</translation>
  </message>
  <message>
   <source>Remove exchange {name}</source>
   <translation>Quitar el intercambio {name}</translation>
  </message>
  <message>
   <source>Remove that {person} learned {name}</source>
   <translation>Quitar lo que aprendió {person}: {name}</translation>
  </message>
  <message>
   <source>Remove the answer of {person} for {meetup}</source>
   <translation>Quitar la respuesta de {person}: {meetup}</translation>
  </message>
  <message>
   <source>Remove what {person} agreed to</source>
   <translation>Quitar los consentimientos de {person}</translation>
  </message>
  <message>
   <source>Remove {count} {label}</source>
   <translation>Quitar {count} {label}</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>Quitar {name}</translation>
  </message>
  <message>
   <source>Rename a laptop</source>
   <translation>Cambiar el nombre de un portátil</translation>
  </message>
  <message>
   <source>Rename laptop {name}</source>
   <translation>Cambiar el nombre del portátil {name}</translation>
  </message>
  <message>
   <source>Request follows its exchanges</source>
   <translation>La petición sigue sus intercambios</translation>
  </message>
  <message>
   <source>Restore exchange {name}</source>
   <translation>Recuperar el intercambio {name}</translation>
  </message>
  <message>
   <source>Restore that {person} learned {name}</source>
   <translation>Recuperar lo que aprendió {person}: {name}</translation>
  </message>
  <message>
   <source>Restore the answer of {person} for {meetup}</source>
   <translation>Recuperar la respuesta de {person}: {meetup}</translation>
  </message>
  <message>
   <source>Restore what {person} agreed to</source>
   <translation>Recuperar los consentimientos de {person}</translation>
  </message>
  <message>
   <source>Restore {name}</source>
   <translation>Recuperar {name}</translation>
  </message>
  <message>
   <source>Reverse exchange {name}</source>
   <translation>Revertir el intercambio {name}</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Revisión</translation>
  </message>
  <message>
   <source>Say that merged members are several people</source>
   <translation>Decir que unos miembros unidos son varias personas</translation>
  </message>
  <message>
   <source>Say that two members are two people</source>
   <translation>Decir que dos miembros son dos personas</translation>
  </message>
  <message>
   <source>Say that {one} and {other} are one person</source>
   <translation>Decir que {one} y {other} son una sola persona</translation>
  </message>
  <message>
   <source>Say that {one} and {other} are two people</source>
   <translation>Decir que {one} y {other} son dos personas</translation>
  </message>
  <message>
   <source>Separate members</source>
   <translation>Separar miembros</translation>
  </message>
  <message>
   <source>Several changes</source>
   <translation>Varios cambios</translation>
  </message>
  <message>
   <source>Sign {person} up for {meetup}</source>
   <translation>Apuntar a {person}: {meetup}</translation>
  </message>
  <message>
   <source>Status {name}</source>
   <translation>Estado {name}</translation>
  </message>
  <message>
   <source>Take in opening balances</source>
   <translation>Incorporar saldos iniciales</translation>
  </message>
  <message>
   <source>Take in what {name} wrote</source>
   <translation>Incorporar lo que escribió {name}</translation>
  </message>
  <message>
   <source>The same exchange</source>
   <translation>El mismo intercambio</translation>
  </message>
  <message>
   <source>The same hours</source>
   <translation>Las mismas horas</translation>
  </message>
  <message>
   <source>Undone: {label}.</source>
   <translation>Deshecho: {label}.</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <source>A change arrived damaged.</source>
   <translation>Un cambio llegó dañado.</translation>
  </message>
  <message>
   <source>A change carries a signature that is not its laptop's.</source>
   <translation>Un cambio lleva una firma que no es la de su portátil.</translation>
  </message>
  <message>
   <source>A change of rights was not made: nobody would have been left who may run this circle.</source>
   <translation>No se hizo un cambio de permisos: no habría quedado nadie que pueda llevar este círculo.</translation>
  </message>
  <message>
   <source>A change that counts cannot be opened here any more. Make all lists again (check --rebuild).</source>
   <translation>Un cambio que cuenta ya no se puede abrir aquí. Vuelva a hacer todas las listas (check --rebuild).</translation>
  </message>
  <message>
   <source>A circle has one {kind}: change what stands in it.</source>
   <translation>Un círculo tiene uno solo ({kind}): cambie lo que contiene.</translation>
  </message>
  <message>
   <source>A circle holds at most 256 laptops.</source>
   <translation>Un círculo tiene como mucho 256 portátiles.</translation>
  </message>
  <message>
   <source>A circle needs a name.</source>
   <translation>Un círculo necesita un nombre.</translation>
  </message>
  <message>
   <source>A file of the kind {form} holds {kinds} only.</source>
   <translation>Un archivo de tipo {form} solo contiene esto: {kinds}.</translation>
  </message>
  <message>
   <source>A headcount is a number from 0 to 100,000.</source>
   <translation>Un recuento es un número de 0 a 100 000.</translation>
  </message>
  <message>
   <source>A laptop has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. Nothing of the other is lost: it is kept on the laptop that wrote it, which enters it again when it shares next.</source>
   <translation>Un portátil ha escrito dos versiones distintas de los mismos cambios: se restauró de una copia de seguridad, o se copió. Una de ellas cuenta aquí. De la otra no se pierde nada: queda en el portátil que la escribió, que la inscribirá de nuevo la próxima vez que comparta.</translation>
  </message>
  <message>
   <source>A laptop that was shut out has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. The other is kept on each laptop that it has come to, where an organizer can take it in; a stick brings it to others.</source>
   <translation>Un portátil que fue excluido ha escrito dos versiones distintas de los mismos cambios: se restauró de una copia de seguridad, o se copió. Una de ellas cuenta aquí. La otra se guarda en cada portátil al que ha llegado, donde quien lleva el círculo puede incorporarla; una memoria USB la lleva a los demás.</translation>
  </message>
  <message>
   <source>A laptop tried to join with an invitation that had been used already.</source>
   <translation>Un portátil intentó unirse con una invitación ya usada.</translation>
  </message>
  <message>
   <source>A laptop tried to join with an invitation that had expired.</source>
   <translation>Un portátil intentó unirse con una invitación caducada.</translation>
  </message>
  <message>
   <source>A laptop tried to join with an invitation that was cancelled.</source>
   <translation>Un portátil intentó unirse con una invitación anulada.</translation>
  </message>
  <message>
   <source>A laptop's right is one of {rights}.</source>
   <translation>El derecho de un portátil es uno de: {rights}.</translation>
  </message>
  <message>
   <source>A meetup cannot end before it begins ({field}).</source>
   <translation>Un encuentro no puede acabar antes de empezar ({field}).</translation>
  </message>
  <message>
   <source>A member who is {now} cannot become {status}.</source>
   <translation>Un miembro «{now}» no puede pasar a «{status}».</translation>
  </message>
  <message>
   <source>A message arrived damaged, or from a newer version.</source>
   <translation>Un mensaje llegó dañado, o de una versión más nueva.</translation>
  </message>
  <message>
   <source>A message from outside arrived damaged, or from a newer version.</source>
   <translation>Un mensaje de fuera llegó dañado, o de una versión más reciente.</translation>
  </message>
  <message>
   <source>A newer version of Learning Circles has written into the list of this circle's laptops. Update the program here to go on.</source>
   <translation>Una versión más reciente de Learning Circles ha escrito en la lista de los portátiles de este círculo. Actualice el programa aquí para continuar.</translation>
  </message>
  <message>
   <source>A newer version of Learning Circles has written into the list of this circle's laptops. Update the program here: until then this laptop keeps and carries what it cannot read, and does not show it.</source>
   <translation>Una versión más reciente de Learning Circles ha escrito en la lista de los portátiles de este círculo. Actualice el programa aquí: hasta entonces este portátil guarda y transporta lo que no puede leer, sin mostrarlo.</translation>
  </message>
  <message>
   <source>A part of the list of this circle's laptops is missing.</source>
   <translation>Falta una parte de la lista de portátiles de este círculo.</translation>
  </message>
  <message>
   <source>A passphrase needs at least 8 letters.</source>
   <translation>Una frase secreta necesita al menos 8 letras.</translation>
  </message>
  <message>
   <source>A quotation mark is not closed here. The rows below were read without it.</source>
   <translation>Aquí hay unas comillas sin cerrar. Las filas siguientes se han leído sin ellas.</translation>
  </message>
  <message>
   <source>A recovery sheet has 24 words, and here are {count}. Compare with the sheet.</source>
   <translation>Una hoja de recuperación tiene 24 palabras, y aquí hay {count}. Compare con la hoja.</translation>
  </message>
  <message>
   <source>A time looks like 2026-11-20T18:00.</source>
   <translation>Una hora se escribe como 2026-11-20T18:00.</translation>
  </message>
  <message>
   <source>A window needs some system libraries that are missing here. On Debian or Ubuntu run: sudo apt-get install -y {packages}</source>
   <translation>Una ventana necesita bibliotecas del sistema que faltan aquí. En Debian o Ubuntu ejecute: sudo apt-get install -y {packages}</translation>
  </message>
  <message>
   <source>An answer is accepted or declined, not {state}.</source>
   <translation>Una respuesta es «accepted» o «declined», no {state}.</translation>
  </message>
  <message>
   <source>An entry of {label} is too long ({field}).</source>
   <translation>Una entrada de «{label}» es demasiado larga ({field}).</translation>
  </message>
  <message>
   <source>An exchange begins as proposed or confirmed.</source>
   <translation>Un intercambio empieza propuesto o confirmado.</translation>
  </message>
  <message>
   <source>An exchange fits into one day: at most 24 hours.</source>
   <translation>Un intercambio cabe en un día: como mucho 24 horas.</translation>
  </message>
  <message>
   <source>An exchange needs at least one minute.</source>
   <translation>Un intercambio dura al menos un minuto.</translation>
  </message>
  <message>
   <source>An import takes “good” or “all” rows, not {take}.</source>
   <translation>Una importación toma filas «good» o «all», no {take}.</translation>
  </message>
  <message>
   <source>An invitation by which it came in, or that it made, is still open. That is cancelled when you shut the laptop out: make a new one for whoever has not used it yet.</source>
   <translation>Una invitación con la que entró, o que hizo, sigue abierta. Se anula cuando usted excluye el portátil: haga una nueva para quien aún no la haya usado.</translation>
  </message>
  <message>
   <source>An invitation is for 1 to 100 laptops.</source>
   <translation>Una invitación vale para 1 a 100 portátiles.</translation>
  </message>
  <message>
   <source>An invitation lasts 1 to 366 days.</source>
   <translation>Una invitación dura de 1 a 366 días.</translation>
  </message>
  <message>
   <source>An opening balance is whole minutes, at most 1,000,000.</source>
   <translation>Un saldo inicial va en minutos enteros, como mucho 1 000 000.</translation>
  </message>
  <message>
   <source>An organizer has taken this laptop out of the circle. Nothing is lost: what you wrote and had not shared is kept here. Save it to a file and give that to an organizer, who can take it in.</source>
   <translation>Una persona que lleva el círculo ha retirado este portátil. No se ha perdido nada: lo que usted escribió y no había compartido se guarda aquí. Guárdelo en un archivo y entrégueselo a una persona que lleva el círculo, que podrá recogerlo.</translation>
  </message>
  <message>
   <source>Another laptop has noted the same leaving: the hours stay where they are.</source>
   <translation>Otro portátil ha anotado la misma salida: las horas se quedan donde están.</translation>
  </message>
  <message>
   <source>Another laptop is called {name} already. Give this one another name.</source>
   <translation>Otro portátil ya se llama {name}. Dé otro nombre a este.</translation>
  </message>
  <message>
   <source>Another member has the number {number}.</source>
   <translation>Otro miembro tiene el número {number}.</translation>
  </message>
  <message>
   <source>Another organizer’s laptop has moved the circle to {url} at the same time. It stays there. If it is to be at the other hub, do the same again.</source>
   <translation>El portátil de otro organizador ha trasladado el círculo a {url} al mismo tiempo. Se queda allí. Si debe estar en el otro nodo, vuelva a hacer lo mismo.</translation>
  </message>
  <message>
   <source>Another place keeps the list of this circle's laptops.</source>
   <translation>La lista de portátiles de este círculo se lleva en otro lugar.</translation>
  </message>
  <message>
   <source>Another program has set or changed this circle's passphrase meanwhile.</source>
   <translation>Otro programa ha puesto o cambiado entretanto la frase secreta de este círculo.</translation>
  </message>
  <message>
   <source>Another program is at work in {folder}.</source>
   <translation>Otro programa está trabajando en {folder}.</translation>
  </message>
  <message>
   <source>Another program is sharing this circle at the moment.</source>
   <translation>Otro programa está compartiendo este círculo ahora.</translation>
  </message>
  <message>
   <source>Another program is using this circle at the moment. Try again.</source>
   <translation>Otro programa está usando este círculo ahora. Inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Beside {file} there is no {name}, which a recovery sheet could open. Get the circle back from its hub or a stick instead.</source>
   <translation>Junto a {file} no está {name}, que una hoja de recuperación podría abrir. Recupere mejor el círculo desde su nodo o una memoria.</translation>
  </message>
  <message>
   <source>Born in {year} means {age} years of age: is that the right year ({field})?</source>
   <translation>Nacer en {year} supone {age} años de edad: ¿es el año correcto ({field})?</translation>
  </message>
  <message>
   <source>Cancelled. Nothing was changed.</source>
   <translation>Cancelado. No se cambió nada.</translation>
  </message>
  <message>
   <source>Changes that nobody else has would be lost ({count}).{reason} Write them onto a stick first.</source>
   <translation>Se perderían cambios que nadie más tiene ({count}).{reason} Escríbalos antes en una memoria.</translation>
  </message>
  <message>
   <source>Choose two different members.</source>
   <translation>Elija dos miembros distintos.</translation>
  </message>
  <message>
   <source>Duties pass to somebody else than who leaves.</source>
   <translation>Las tareas pasan a alguien distinto de quien se va.</translation>
  </message>
  <message>
   <source>Each of these words is on the list, but together they are not a sheet's: one is another word, or two have changed places. Compare with the sheet, word by word.</source>
   <translation>Cada una de estas palabras está en la lista, pero juntas no son las de una hoja: una es otra palabra, o dos han cambiado de lugar. Compare con la hoja, palabra por palabra.</translation>
  </message>
  <message>
   <source>If it is lost or stolen, shut it out now: it gets nothing new from then on, and what it writes no longer counts.</source>
   <translation>Si se ha perdido o lo han robado, exclúyalo ahora: ya no recibe nada nuevo, y lo que escribe deja de contar.</translation>
  </message>
  <message>
   <source>If the recovery sheet was with it, print a new one: that cancels the old one.</source>
   <translation>Si la hoja de recuperación estaba con él, imprima una nueva: eso anula la anterior.</translation>
  </message>
  <message>
   <source>If {name} is meant, choose with the Down key.</source>
   <translation>Si se trata de {name}, elija con la flecha abajo.</translation>
  </message>
  <message>
   <source>Invitations are still open. Cancel those that may have been on it.</source>
   <translation>Todavía hay invitaciones abiertas. Anule las que pudieran estar en él.</translation>
  </message>
  <message>
   <source>Is all of “{value}” the name? Where the family name comes first, write “Last name first name” above the column.</source>
   <translation>¿Es «{value}» el nombre entero? Si el apellido va primero, escriba «Apellidos nombre» encima de la columna.</translation>
  </message>
  <message>
   <source>Is that one person, or two? Type one after the other, the first name first.</source>
   <translation>¿Es una persona o son dos? Escríbalas una tras otra, primero el nombre.</translation>
  </message>
  <message>
   <source>It could read what only organizers read: complaints, notes and checks.</source>
   <translation>Podía leer lo que solo leen quienes llevan el círculo: quejas, notas y comprobaciones.</translation>
  </message>
  <message>
   <source>It ends before it begins: its length is left out.</source>
   <translation>Termina antes de empezar: la duración se deja fuera.</translation>
  </message>
  <message>
   <source>It has {cells} cells under {titles} titles: “{extra}” has none. A cell that holds “{mark}” needs quotation marks around it.</source>
   <translation>Tiene {cells} celdas para {titles} títulos: «{extra}» no tiene ninguno. Una celda que contiene «{mark}» debe ir entre comillas.</translation>
  </message>
  <message>
   <source>It is shut out: it gets nothing new, and what it writes no longer counts.</source>
   <translation>Está excluido: no recibe nada nuevo y lo que escribe ya no cuenta.</translation>
  </message>
  <message>
   <source>It kept the list of the circle's laptops. This laptop takes that over when you shut it out.</source>
   <translation>Llevaba la lista de los portátiles del círculo. Este portátil la asume cuando usted lo excluye.</translation>
  </message>
  <message>
   <source>It may belong to row {row}, where a quotation mark is not closed.</source>
   <translation>Puede formar parte de la fila {row}, donde hay unas comillas sin cerrar.</translation>
  </message>
  <message>
   <source>It repeats every day.</source>
   <translation>Se repite todos los días.</translation>
  </message>
  <message>
   <source>It repeats every month.</source>
   <translation>Se repite todos los meses.</translation>
  </message>
  <message>
   <source>It repeats every week.</source>
   <translation>Se repite todas las semanas.</translation>
  </message>
  <message>
   <source>It repeats every year.</source>
   <translation>Se repite todos los años.</translation>
  </message>
  <message>
   <source>It repeats every {number} days.</source>
   <translation>Se repite cada {number} días.</translation>
  </message>
  <message>
   <source>It repeats every {number} months.</source>
   <translation>Se repite cada {number} meses.</translation>
  </message>
  <message>
   <source>It repeats every {number} weeks.</source>
   <translation>Se repite cada {number} semanas.</translation>
  </message>
  <message>
   <source>It repeats every {number} years.</source>
   <translation>Se repite cada {number} años.</translation>
  </message>
  <message>
   <source>It repeats.</source>
   <translation>Se repite.</translation>
  </message>
  <message>
   <source>Its hours have been corrected since.</source>
   <translation>Sus horas se han corregido desde entonces.</translation>
  </message>
  <message>
   <source>Learning Circles is open already, and is busy. Try again in a moment.</source>
   <translation>Learning Circles ya está abierto y está ocupado. Vuelva a intentarlo dentro de un momento.</translation>
  </message>
  <message>
   <source>Many may be meant: {names} and others. Choose with the Down key.</source>
   <translation>Puede tratarse de muchas personas: {names} y otras. Elija con la flecha abajo.</translation>
  </message>
  <message>
   <source>Meetups are planned for a year at most: until {day}.</source>
   <translation>Los encuentros se planean para un año como máximo: hasta el {day}.</translation>
  </message>
  <message>
   <source>Meetups are planned for a year at most: {count} times.</source>
   <translation>Los encuentros se planean para un año como máximo: {count} veces.</translation>
  </message>
  <message>
   <source>Member {value} is {name} here: is this the same person under another name ({field})?</source>
   <translation>El miembro {value} es aquí {name}: ¿es la misma persona con otro nombre ({field})?</translation>
  </message>
  <message>
   <source>More than one is called {name}. Choose with the Down key.</source>
   <translation>Hay más de una persona que se llama {name}. Elija con la flecha abajo.</translation>
  </message>
  <message>
   <source>More than one may be meant: {names}. Choose with the Down key.</source>
   <translation>Puede tratarse de más de una persona: {names}. Elija con la flecha abajo.</translation>
  </message>
  <message>
   <source>Name one guest at a time, the first name first, not “{value}”.</source>
   <translation>Indique una sola persona invitada cada vez, primero el nombre, no «{value}».</translation>
  </message>
  <message>
   <source>No code can be read in {file}. Take a picture of the paper itself, or type what stands on it.</source>
   <translation>No se puede leer ningún código en {file}. Haga una foto de la propia hoja o escriba lo que pone en ella.</translation>
  </message>
  <message>
   <source>No hours were brought in twice for this member.</source>
   <translation>No se trajeron horas dos veces para este miembro.</translation>
  </message>
  <message>
   <source>No laptop of this circle is called {id}. Give its whole name, or six digits or more of its id.</source>
   <translation>Ningún portátil de este círculo se llama {id}. Indique su nombre entero, o seis cifras o más de su identificador.</translation>
  </message>
  <message>
   <source>No laptop shuts itself out. Another organizer's laptop can do that.</source>
   <translation>Ningún portátil se excluye a sí mismo. El portátil de otro organizador puede hacerlo.</translation>
  </message>
  <message>
   <source>No other laptop that may run the circle has its newest keys yet. Share first, then try again.</source>
   <translation>Ningún otro portátil que puede llevar el círculo tiene aún sus claves más recientes. Comparta primero y vuelva a intentarlo.</translation>
  </message>
  <message>
   <source>No sheet of {file} has a column that fits {kinds}.</source>
   <translation>Ninguna hoja de {file} tiene una columna que sirva ({kinds}).</translation>
  </message>
  <message>
   <source>Nobody can exchange time with themselves ({field}).</source>
   <translation>Nadie puede intercambiar tiempo consigo mismo ({field}).</translation>
  </message>
  <message>
   <source>Nobody else in the circle has its records, and the recovery sheet opens nothing without them. Write them onto a stick first.</source>
   <translation>Nadie más en el círculo tiene sus datos, y la hoja de recuperación no abre nada sin ellos. Escríbalos primero en una memoria.</translation>
  </message>
  <message>
   <source>Nobody is called so. If {name} is meant, choose with the Down key.</source>
   <translation>Nadie se llama así. Si se trata de {name}, elija con la flecha abajo.</translation>
  </message>
  <message>
   <source>Nobody of that name was found. Choose from the list.</source>
   <translation>No se encontró a nadie con ese nombre. Elija de la lista.</translation>
  </message>
  <message>
   <source>Nobody would be left who may run this circle.</source>
   <translation>No quedaría nadie que pueda llevar este círculo.</translation>
  </message>
  <message>
   <source>None of these records says that ({field}).</source>
   <translation>Ninguna de estas fichas dice eso ({field}).</translation>
  </message>
  <message>
   <source>Nothing else stands in this line: does it belong to the list ({field})?</source>
   <translation>No hay nada más en esta línea: ¿forma parte de la lista ({field})?</translation>
  </message>
  <message>
   <source>Nothing of this laptop waits to be taken in.</source>
   <translation>Nada de este portátil espera ser recogido.</translation>
  </message>
  <message>
   <source>Nothing that this laptop wrote was left out.</source>
   <translation>Nada de lo que escribió este portátil se ha descartado.</translation>
  </message>
  <message>
   <source>Nothing was undone. {kept} The next undo goes on with what came before.</source>
   <translation>No se ha deshecho nada. {kept} La próxima vez se deshace lo anterior.</translation>
  </message>
  <message>
   <source>On Fridays.</source>
   <translation>Los viernes.</translation>
  </message>
  <message>
   <source>On Mondays.</source>
   <translation>Los lunes.</translation>
  </message>
  <message>
   <source>On Saturdays.</source>
   <translation>Los sábados.</translation>
  </message>
  <message>
   <source>On Sundays.</source>
   <translation>Los domingos.</translation>
  </message>
  <message>
   <source>On Thursdays.</source>
   <translation>Los jueves.</translation>
  </message>
  <message>
   <source>On Tuesdays.</source>
   <translation>Los martes.</translation>
  </message>
  <message>
   <source>On Wednesdays.</source>
   <translation>Los miércoles.</translation>
  </message>
  <message>
   <source>Only a confirmed exchange can be reversed.</source>
   <translation>Solo un intercambio confirmado se puede revertir.</translation>
  </message>
  <message>
   <source>Only a laptop that may run the circle can keep the list of its laptops.</source>
   <translation>Solo un portátil que puede llevar el círculo puede llevar la lista de sus portátiles.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may bring a circle to a hub.</source>
   <translation>Solo el portátil de un organizador puede llevar un círculo a un nodo.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may change the list of laptops.</source>
   <translation>Solo el portátil de un organizador puede cambiar la lista de portátiles.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may change this.</source>
   <translation>Solo el portátil de un organizador puede cambiar esto.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may erase a member.</source>
   <translation>Solo el portátil de una persona organizadora puede borrar a un miembro.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may keep the list of laptops.</source>
   <translation>Solo un portátil de organizador puede llevar la lista de portátiles.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may print the recovery sheet.</source>
   <translation>Solo un portátil de organizador puede imprimir la hoja de recuperación.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may take in what was set aside.</source>
   <translation>Solo un portátil que puede llevar el círculo puede recoger lo que se apartó.</translation>
  </message>
  <message>
   <source>Put {file} into {folder} first.</source>
   <translation>Ponga primero {file} en {folder}.</translation>
  </message>
  <message>
   <source>Records are exported as {formats}, not {form}.</source>
   <translation>Se exporta en {formats}, no en {form}.</translation>
  </message>
  <message>
   <source>Row {row} says something of the same person as well. Leave one of them in the list ({field}).</source>
   <translation>La fila {row} también habla de la misma persona. Deje una sola en la lista ({field}).</translation>
  </message>
  <message>
   <source>Say first who asks: the request names nobody.</source>
   <translation>Diga primero quién lo pide: la petición no nombra a nadie.</translation>
  </message>
  <message>
   <source>Say how many times, such as 12.</source>
   <translation>Di cuántas veces, por ejemplo 12.</translation>
  </message>
  <message>
   <source>Say until which day.</source>
   <translation>Di hasta qué día.</translation>
  </message>
  <message>
   <source>Say where the hub is: its address is printed on the sheet.</source>
   <translation>Diga dónde está el nodo: su dirección está impresa en la hoja.</translation>
  </message>
  <message>
   <source>Say which laptop: its name, or how its id begins.</source>
   <translation>Diga qué portátil: su nombre o cómo empieza su identificador.</translation>
  </message>
  <message>
   <source>Say who: a member, or a guest's first name.</source>
   <translation>Diga quién: un miembro, o el nombre de un invitado.</translation>
  </message>
  <message>
   <source>Several ids begin with {id}: give more digits.</source>
   <translation>Varios identificadores empiezan por {id}: dé más cifras.</translation>
  </message>
  <message>
   <source>Several meetups are called {name}: write the day behind it, such as 2026-11-28.</source>
   <translation>Varios encuentros se llaman {name}: añada el día, como 2026-11-28.</translation>
  </message>
  <message>
   <source>Sharing was stopped. It goes on next time.</source>
   <translation>Se ha detenido el compartir. Seguirá la próxima vez.</translation>
  </message>
  <message>
   <source>Shutting it out erases nothing on it. What it held stays readable to whoever can open it there.</source>
   <translation>Excluirlo no borra nada en él. Lo que contenía sigue siendo legible para quien pueda abrirlo allí.</translation>
  </message>
  <message>
   <source>Since when they are a member was left empty, for the date of this laptop is in doubt: please note it.</source>
   <translation>La fecha de ingreso se ha dejado vacía, porque la fecha de este portátil es dudosa: anótela, por favor.</translation>
  </message>
  <message>
   <source>Some changes could not be exchanged. Everything else was.</source>
   <translation>Algunos cambios no se pudieron intercambiar. Todo lo demás sí.</translation>
  </message>
  <message>
   <source>Some changes were left out, since the laptop that wrote them is not in this circle's list: it may be one copy too many of another one. Look at what that laptop shows, and enter again what is missing.</source>
   <translation>Se dejaron fuera algunos cambios, porque el portátil que los escribió no está en la lista de este círculo: puede ser una copia de más de otro. Mire lo que muestra ese portátil y vuelva a introducir lo que falte.</translation>
  </message>
  <message>
   <source>Some changes were not signed by the laptop that they name, and were left out.</source>
   <translation>Algunos cambios no estaban firmados por el portátil que nombran, y se dejaron fuera.</translation>
  </message>
  <message>
   <source>Somebody would have given {hours} on {day}: a day has 24 hours.</source>
   <translation>Alguien habría dado {hours} el {day}: un día tiene 24 horas.</translation>
  </message>
  <message>
   <source>Something answers at {url}, but not a Learning Circles hub. Check the address, or whether this network asks you to sign in first.</source>
   <translation>Algo responde en {url}, pero no es un nodo de Learning Circles. Revise la dirección, o si esta red pide antes iniciar sesión.</translation>
  </message>
  <message>
   <source>Something went wrong inside the program.</source>
   <translation>Algo salió mal dentro del programa.</translation>
  </message>
  <message>
   <source>Something went wrong inside the program: {detail}</source>
   <translation>Algo falló dentro del programa: {detail}</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Detenido. No se cambió nada.</translation>
  </message>
  <message>
   <source>Take “kept” or “other”, not {take}.</source>
   <translation>Tome «kept» u «other», no {take}.</translation>
  </message>
  <message>
   <source>Tell the members whose details were on it. In many countries the authority for data protection has to be told as well, in the European Union within 72 hours (Regulation 2016/679, articles 33 and 34).</source>
   <translation>Avise a los miembros cuyos datos estaban en él. En muchos países hay que avisar también a la autoridad de protección de datos; en la Unión Europea, en un plazo de 72 horas (Reglamento 2016/679, artículos 33 y 34).</translation>
  </message>
  <message>
   <source>That is not the passphrase of this backup.</source>
   <translation>Esa no es la frase secreta de esta copia de seguridad.</translation>
  </message>
  <message>
   <source>That is not the passphrase of this circle.</source>
   <translation>Esa no es la frase secreta de este círculo.</translation>
  </message>
  <message>
   <source>The backup is sealed with this laptop's key: on another computer it cannot be opened. Give a passphrase for that, or print the recovery sheet first.</source>
   <translation>La copia de seguridad está sellada con la clave de este portátil: no se puede abrir en otro. Para eso, ponga una frase secreta o imprima antes la hoja de recuperación.</translation>
  </message>
  <message>
   <source>The backup is sealed: it opens on this laptop, and with the recovery sheet on any other.</source>
   <translation>La copia de seguridad está sellada: se abre en este portátil, y con la hoja de recuperación en cualquier otro.</translation>
  </message>
  <message>
   <source>The backup is sealed: it opens with its passphrase, also on another computer.</source>
   <translation>La copia de seguridad está sellada: se abre con su frase secreta, también en otro ordenador.</translation>
  </message>
  <message>
   <source>The backup opens with this passphrase, but {name} is locked on this laptop with another one. Take that one away first (unlock), then restore it.</source>
   <translation>La copia de seguridad se abre con esta frase secreta, pero {name} está bloqueado en este portátil con otra. Quite primero esa (unlock) y después restáurela.</translation>
  </message>
  <message>
   <source>The circle does not know this invitation yet: the laptop that gave it must first share, by a stick or beside it, with the laptop that keeps the list of this circle’s laptops. Join from a stick that is written there after that.</source>
   <translation>El círculo aún no conoce esta invitación: el portátil que la dio debe compartir primero, por una memoria o a su lado, con el portátil que lleva la lista de los portátiles de este círculo. Únase después desde una memoria escrita allí.</translation>
  </message>
  <message>
   <source>The circle does not know this invitation yet: the laptop that gave it must share with the circle’s hub first, and write the stick again where you join from one.</source>
   <translation>El círculo aún no conoce esta invitación: el portátil que la dio debe compartir primero con el nodo del círculo y volver a escribir la memoria si usted se une desde una.</translation>
  </message>
  <message>
   <source>The circle does not let this laptop in.</source>
   <translation>El círculo no deja entrar a este portátil.</translation>
  </message>
  <message>
   <source>The circle of this recovery sheet is not on this laptop.</source>
   <translation>El círculo de esta hoja de recuperación no está en este portátil.</translation>
  </message>
  <message>
   <source>The circle on it has no passphrase: whoever gets into the account on that computer can read it. Change the password of that account, and lock or erase the computer from afar if that can be done.</source>
   <translation>El círculo no tiene en él frase secreta: quien entre en la cuenta de ese ordenador puede leerlo. Cambie la contraseña de esa cuenta y bloquee o borre el ordenador a distancia si es posible.</translation>
  </message>
  <message>
   <source>The circle on it opens only with its passphrase. Whoever does not know that cannot read it.</source>
   <translation>El círculo solo se abre en él con su frase secreta. Quien no la conozca no puede leerlo.</translation>
  </message>
  <message>
   <source>The circle was to move, or somebody else to keep its list of laptops; but meanwhile it had changed hands otherwise, and so that was left out.</source>
   <translation>El círculo debía trasladarse, o su lista de portátiles pasar a otras manos; pero entretanto ya había cambiado de manos de otro modo, y por eso no se hizo.</translation>
  </message>
  <message>
   <source>The clock of this laptop is off.</source>
   <translation>El reloj de este portátil está mal.</translation>
  </message>
  <message>
   <source>The disk of this laptop is full, or fails: the circle can be read, and nothing else. Carry it off now, on a stick or in a backup. Then make room; where there is room, the disk may be broken.</source>
   <translation>El disco de este ordenador está lleno o falla: el círculo se puede leer, y nada más. Llévelo ahora a otro lugar, en una memoria USB o en una copia de seguridad. Después, haga sitio; si hay sitio, puede que el disco esté estropeado.</translation>
  </message>
  <message>
   <source>The file has no column called {title}.</source>
   <translation>El archivo no tiene ninguna columna llamada {title}.</translation>
  </message>
  <message>
   <source>The file laptop.json of this laptop was damaged, and is kept under another name. Its circles were found again; its own settings begin anew.</source>
   <translation>El archivo laptop.json de este portátil estaba dañado y se conserva con otro nombre. Sus círculos se han vuelto a encontrar; sus propios ajustes empiezan de nuevo.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged, and some of what this laptop had not shared yet could not be read.</source>
   <translation>El archivo de este círculo estaba dañado y parte de lo que este portátil aún no había compartido no se pudo leer.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. Everything in it was brought over.</source>
   <translation>El archivo de este círculo estaba dañado. Se ha recuperado todo lo que contenía.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. Nothing is missing: all that its lists showed was brought over; of some of it nobody knows any more who had entered it, and what it said before.</source>
   <translation>El archivo de este círculo estaba dañado. No falta nada: se ha traído todo lo que mostraban sus listas; de una parte nadie sabe ya quién lo había anotado ni qué decía antes.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. What could not be read of it comes back when this laptop shares with the hub or another laptop.</source>
   <translation>El archivo de este círculo estaba dañado. Lo que no se pudo leer vuelve cuando este portátil comparte con el nodo o con otro portátil.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. What could not be read of it is here no more, and neither a hub nor another laptop has it. The damaged file is kept beside it.</source>
   <translation>El archivo de este círculo estaba dañado. Lo que no se pudo leer ya no está, y no lo tienen ni un nodo ni otro portátil. El archivo dañado se guarda al lado.</translation>
  </message>
  <message>
   <source>The file {file} is damaged.</source>
   <translation>El archivo {file} está dañado.</translation>
  </message>
  <message>
   <source>The folder of this circle cannot be written to, and what was written last in it is not on the stick.</source>
   <translation>En la carpeta de este círculo no se puede escribir, y lo último que se escribió en él no está en la memoria.</translation>
  </message>
  <message>
   <source>The folder of this circle cannot be written to: it can be read here, and nothing else.</source>
   <translation>En la carpeta de este círculo no se puede escribir: aquí se puede leer, y nada más.</translation>
  </message>
  <message>
   <source>The founding of this circle is not what its list says.</source>
   <translation>La fundación de este círculo no es la que dice su lista.</translation>
  </message>
  <message>
   <source>The hub at {hub} says that today is {theirs}, and this laptop's clock says {ours}. If the laptop is wrong, set its clock right before you write.</source>
   <translation>Según el nodo {hub}, hoy es {theirs}; según el reloj de este portátil, {ours}. Si el equivocado es el portátil, póngalo en hora antes de escribir.</translation>
  </message>
  <message>
   <source>The hub at {url} answers too slowly.</source>
   <translation>El nodo {url} responde demasiado despacio.</translation>
  </message>
  <message>
   <source>The hub at {url} does not answer.</source>
   <translation>El nodo {url} no responde.</translation>
  </message>
  <message>
   <source>The hub at {url} does not answer. This laptop goes there by way of the proxy “{proxy}”, which its settings name: check that its address is right and that it answers.</source>
   <translation>El nodo {url} no responde. Este portátil va hasta él por el proxy «{proxy}», que indican sus ajustes: compruebe que la dirección es correcta y que responde.</translation>
  </message>
  <message>
   <source>The hub at {url} does not show the certificate that this circle knows. Nothing was sent.</source>
   <translation>El nodo {url} no muestra el certificado que este círculo conoce. No se envió nada.</translation>
  </message>
  <message>
   <source>The hub at {url} does not show the certificate that this circle knows. Nothing was sent. If it was set up anew, its steward has a code with which the circle joins it again.</source>
   <translation>El nodo {url} no muestra el certificado que este círculo conoce. No se envió nada. Si se instaló de nuevo, su encargado tiene un código con el que el círculo vuelve a unirse a él.</translation>
  </message>
  <message>
   <source>The hub at {url} has been asked very often from this laptop or its network. Sharing goes on in {seconds} seconds.</source>
   <translation>Este portátil o su red ha preguntado muchísimas veces al nodo {url}. Se seguirá compartiendo dentro de {seconds} segundos.</translation>
  </message>
  <message>
   <source>The hub at {url} was not reached. The proxy “{proxy}”, by way of which this laptop goes there, says: {said}.</source>
   <translation>No se llegó al nodo {url}. El proxy «{proxy}», por el que este portátil va hasta él, dice: {said}.</translation>
  </message>
  <message>
   <source>The hub does not come to an end. Try again later.</source>
   <translation>El nodo no termina. Inténtelo más tarde.</translation>
  </message>
  <message>
   <source>The hub does not know this invitation yet: the laptop that gave it must share with the hub first.</source>
   <translation>El nodo aún no conoce esta invitación: el portátil que la dio debe compartir primero con él.</translation>
  </message>
  <message>
   <source>The hub does not know this recovery sheet: a newer one has cancelled it, or the laptop that printed it has not shared with the hub since.</source>
   <translation>El nodo no conoce esta hoja de recuperación: una más nueva la ha anulado, o el portátil que la imprimió no ha compartido con el nodo desde entonces.</translation>
  </message>
  <message>
   <source>The hub keeps the list of this circle's laptops. If it is gone for good, take the list over with the recovery sheet (circle keeper --sheet).</source>
   <translation>El nodo lleva la lista de los portátiles de este círculo. Si ha desaparecido para siempre, tome la lista con la hoja de recuperación (circle keeper --sheet).</translation>
  </message>
  <message>
   <source>The hub keeps the list of this circle's laptops. While it answers, it hands the list on to the laptop that is named (circle keeper NAME), be it this one. If it is gone for good, only a recovery sheet that it has confirmed takes the list from it, and there is none: the laptops go on sharing by stick and on the same network, but none can be added. To add some, found the circle anew on one laptop, and read in there what is exported here.</source>
   <translation>El nodo lleva la lista de los portátiles de este círculo. Mientras responda, la entrega al portátil que se nombre (circle keeper NOMBRE), también a este. Si ha desaparecido para siempre, solo una hoja de recuperación que él haya confirmado permite tomarla, y no hay ninguna: los portátiles siguen compartiendo por memoria USB y en la misma red, pero no se puede añadir ninguno. Para añadir alguno, funde de nuevo el círculo en un portátil e importe allí lo que se exporte aquí.</translation>
  </message>
  <message>
   <source>The hub that answers at {url} says that it is at {other}. Ask its steward for a new code.</source>
   <translation>El nodo que responde en {url} dice que está en {other}. Pida un código nuevo a su responsable.</translation>
  </message>
  <message>
   <source>The hub that keeps the list of this circle's laptops did not hand it on.</source>
   <translation>El nodo que lleva la lista de los portátiles de este círculo no la ha traspasado.</translation>
  </message>
  <message>
   <source>The keys lie in a file that only your account can read. Whoever uses your account can open the circle.</source>
   <translation>Las claves están en un archivo que solo su cuenta puede leer. Quien use su cuenta puede abrir el círculo.</translation>
  </message>
  <message>
   <source>The keys lie in this computer's keyring.</source>
   <translation>Las claves están en el llavero de este ordenador.</translation>
  </message>
  <message>
   <source>The laptop beside this one does not answer.</source>
   <translation>El portátil de al lado no responde.</translation>
  </message>
  <message>
   <source>The laptop beside this one is not, or no longer, in this circle.</source>
   <translation>El portátil de al lado no forma parte de este círculo, o ya no.</translation>
  </message>
  <message>
   <source>The laptop beside this one is of another circle.</source>
   <translation>El portátil de al lado es de otro círculo.</translation>
  </message>
  <message>
   <source>The laptop that wrote this may not change who is in the circle.</source>
   <translation>El portátil que escribió esto no puede cambiar quién está en el círculo.</translation>
  </message>
  <message>
   <source>The last action was an erasure. It cannot be undone.</source>
   <translation>La última acción fue un borrado definitivo. No se puede deshacer.</translation>
  </message>
  <message>
   <source>The line to the hub at {url} broke in the middle of its answer.</source>
   <translation>La conexión con el nodo {url} se cortó en mitad de su respuesta.</translation>
  </message>
  <message>
   <source>The list of this circle's laptops arrived damaged.</source>
   <translation>La lista de portátiles de este círculo llegó dañada.</translation>
  </message>
  <message>
   <source>The list of this circle's laptops is missing.</source>
   <translation>Falta la lista de portátiles de este círculo.</translation>
  </message>
  <message>
   <source>The list of this circle's laptops is not confirmed by whoever keeps it.</source>
   <translation>La lista de portátiles de este círculo no está confirmada por quien la lleva.</translation>
  </message>
  <message>
   <source>The other side answered with something this version cannot read.</source>
   <translation>El otro lado respondió con algo que esta versión no sabe leer.</translation>
  </message>
  <message>
   <source>The other side answered, but it is not this circle's hub.</source>
   <translation>El otro lado respondió, pero no es el nodo de este círculo.</translation>
  </message>
  <message>
   <source>The other side answered, but not as a Learning Circles hub. Check its address.</source>
   <translation>El otro lado respondió, pero no como un nodo de Learning Circles. Revise su dirección.</translation>
  </message>
  <message>
   <source>The other side refused.</source>
   <translation>El otro lado lo ha rechazado.</translation>
  </message>
  <message>
   <source>The recovery sheet does not work yet: the hub has to confirm it, and does so when this laptop shares with it. A hub that is gone for good never will; then this sheet brings nothing back.</source>
   <translation>La hoja de recuperación todavía no sirve: el nodo tiene que confirmarla, y lo hace cuando este portátil comparte con él. Un nodo que ha desaparecido para siempre no lo hará nunca; entonces esta hoja no recupera nada.</translation>
  </message>
  <message>
   <source>The recovery sheet does not work yet: the laptop that keeps the list of laptops has to confirm it. Share with that one.</source>
   <translation>La hoja de recuperación todavía no sirve: el portátil que lleva la lista de portátiles tiene que confirmarla. Comparta con él.</translation>
  </message>
  <message>
   <source>The spreadsheet has shortened {value}: the number is lost.</source>
   <translation>La hoja de cálculo abrevió {value}: el número se perdió.</translation>
  </message>
  <message>
   <source>The spreadsheet hides this row.</source>
   <translation>La hoja de cálculo oculta esta fila.</translation>
  </message>
  <message>
   <source>There are too many circle files called {name}.</source>
   <translation>Hay demasiados archivos de círculo llamados {name}.</translation>
  </message>
  <message>
   <source>There are two different lists of this circle's laptops. Ask the hub's steward.</source>
   <translation>Hay dos listas distintas de los portátiles de este círculo. Pregunte al encargado del nodo.</translation>
  </message>
  <message>
   <source>There is a topic called {name} already.</source>
   <translation>Ya hay un tema llamado {name}.</translation>
  </message>
  <message>
   <source>There is no answer from outside with the id {id}.</source>
   <translation>No hay ninguna respuesta de fuera con el identificador {id}.</translation>
  </message>
  <message>
   <source>There is no circle file at {path}.</source>
   <translation>No hay ningún archivo de círculo en {path}.</translation>
  </message>
  <message>
   <source>There is no circle file {path} on this laptop.</source>
   <translation>No hay ningún archivo de círculo {path} en este portátil.</translation>
  </message>
  <message>
   <source>There is no circle on this laptop yet. Found one, or join one.</source>
   <translation>Aún no hay ningún círculo en este portátil. Funde uno, o únase a uno.</translation>
  </message>
  <message>
   <source>There is no circle on this laptop yet: there is no folder {folder}.</source>
   <translation>Aún no hay ningún círculo en este portátil: no existe la carpeta {folder}.</translation>
  </message>
  <message>
   <source>There is no code to be seen in {file}. Take the picture from nearer.</source>
   <translation>No se ve ningún código en {file}. Haga la foto más de cerca.</translation>
  </message>
  <message>
   <source>There is no display here. The commands need none: see learningcircles --help.</source>
   <translation>Aquí no hay pantalla. Las órdenes no la necesitan: vea learningcircles --help.</translation>
  </message>
  <message>
   <source>There is no encoding called {name}.</source>
   <translation>No hay ninguna codificación llamada {name}.</translation>
  </message>
  <message>
   <source>There is no field called {field}.</source>
   <translation>No hay ningún campo llamado {field}.</translation>
  </message>
  <message>
   <source>There is no file {file}.</source>
   <translation>No hay ningún archivo {file}.</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>No hay ningún archivo {path}.</translation>
  </message>
  <message>
   <source>There is no folder {folder}.</source>
   <translation>No existe la carpeta {folder}.</translation>
  </message>
  <message>
   <source>There is no kind of record called {name}. Known: {known}.</source>
   <translation>No hay ninguna clase de ficha llamada {name}. Conocidas: {known}.</translation>
  </message>
  <message>
   <source>There is no laptop with the id {id} in this circle.</source>
   <translation>No hay ningún portátil {id} en este círculo.</translation>
  </message>
  <message>
   <source>There is no meetup called {name}.</source>
   <translation>No hay ningún encuentro llamado {name}.</translation>
  </message>
  <message>
   <source>There is no meetup with the id {id}.</source>
   <translation>No hay ningún encuentro {id}.</translation>
  </message>
  <message>
   <source>There is no member called {name}.</source>
   <translation>No hay ningún miembro llamado {name}.</translation>
  </message>
  <message>
   <source>There is no member with the id {id} ({field}).</source>
   <translation>No hay ningún miembro {id} ({field}).</translation>
  </message>
  <message>
   <source>There is no open invitation {id}.</source>
   <translation>No hay ninguna invitación abierta {id}.</translation>
  </message>
  <message>
   <source>There is no status called {status}.</source>
   <translation>No hay ningún estado llamado {status}.</translation>
  </message>
  <message>
   <source>There is no such action in this circle's history.</source>
   <translation>No hay tal acción en el historial de este círculo.</translation>
  </message>
  <message>
   <source>There is no {kind} with the id {id} ({field}).</source>
   <translation>No hay ninguna ficha ({kind}) {id} ({field}).</translation>
  </message>
  <message>
   <source>There is no {kind} with the id {id}.</source>
   <translation>No hay ninguna ficha ({kind}) {id}.</translation>
  </message>
  <message>
   <source>There is nothing at this address for laptops.</source>
   <translation>No hay nada en esta dirección para portátiles.</translation>
  </message>
  <message>
   <source>There is nothing at this address.</source>
   <translation>No hay nada en esta dirección.</translation>
  </message>
  <message>
   <source>There is nothing left to review of that laptop.</source>
   <translation>No queda nada por revisar de ese portátil.</translation>
  </message>
  <message>
   <source>There is nothing to redo.</source>
   <translation>No hay nada que rehacer.</translation>
  </message>
  <message>
   <source>There is nothing to review with the id {id}.</source>
   <translation>No hay nada que revisar con el identificador {id}.</translation>
  </message>
  <message>
   <source>There is nothing to undo since this laptop got a new identity. Correct what came before by hand.</source>
   <translation>No hay nada que deshacer desde que este portátil tiene una nueva identidad. Corrija a mano lo anterior.</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>No hay nada que deshacer.</translation>
  </message>
  <message>
   <source>There were two lists of this circle's laptops. One of them counts now; what the other one held is being entered again. An organizer should look at the list of laptops.</source>
   <translation>Había dos listas de los portátiles de este círculo. Ahora cuenta una de ellas; lo que contenía la otra se está inscribiendo de nuevo. Una persona que lleva el círculo debería revisar la lista de portátiles.</translation>
  </message>
  <message>
   <source>There were two lists of this circle's laptops. The one that {name} keeps counts now; what the other one held is being entered again. An organizer should look at the list of laptops.</source>
   <translation>Había dos listas de los portátiles de este círculo. Ahora cuenta la que lleva «{name}»; lo que contenía la otra se está inscribiendo de nuevo. Una persona que lleva el círculo debería revisar la lista de portátiles.</translation>
  </message>
  <message>
   <source>These sealed keys are damaged, or from a newer version of this program.</source>
   <translation>Estas claves selladas están dañadas, o son de una versión más reciente de este programa.</translation>
  </message>
  <message>
   <source>These two are one member already.</source>
   <translation>Estas dos fichas ya son de un solo miembro.</translation>
  </message>
  <message>
   <source>They stay merged, and nothing was changed: a part of what was written of them earlier cannot be read on this laptop. Separate them on another laptop, or here once this one has shared.</source>
   <translation>Siguen unidos y nada ha cambiado: una parte de lo que se escribió antes de ellos no se puede leer en este portátil. Sepárelos en otro portátil, o aquí cuando este haya compartido.</translation>
  </message>
  <message>
   <source>This answer from outside is no longer there.</source>
   <translation>Esta respuesta de fuera ya no está.</translation>
  </message>
  <message>
   <source>This backup needs its passphrase.</source>
   <translation>Esta copia necesita su frase secreta.</translation>
  </message>
  <message>
   <source>This backup was sealed with another laptop's key. The recovery sheet opens it, if there was one then.</source>
   <translation>Esta copia de seguridad se selló con la clave de otro portátil. La hoja de recuperación la abre, si ya había una entonces.</translation>
  </message>
  <message>
   <source>This belonged to somebody who was erased. It cannot be written again.</source>
   <translation>Esto pertenecía a alguien a quien se ha borrado. No se puede volver a escribir.</translation>
  </message>
  <message>
   <source>This belongs to another circle.</source>
   <translation>Esto pertenece a otro círculo.</translation>
  </message>
  <message>
   <source>This cannot be stored: {what}.</source>
   <translation>Esto no se puede guardar: {what}.</translation>
  </message>
  <message>
   <source>This card is of a group or an organisation ({field}).</source>
   <translation>Esta tarjeta es de un grupo o de una organización ({field}).</translation>
  </message>
  <message>
   <source>This circle does not know this recovery sheet: it was cancelled by a newer one, or what is here is older than the sheet.</source>
   <translation>Este círculo no conoce esta hoja de recuperación: otra más reciente la anuló, o lo que hay aquí es anterior a la hoja.</translation>
  </message>
  <message>
   <source>This circle file is an older copy, or was copied from elsewhere. This laptop goes on under a new identity in the circle, and what it had not shared yet is kept.</source>
   <translation>Este archivo del círculo es una copia más antigua, o se copió de otro sitio. Este portátil sigue en el círculo con una identidad nueva, y se conserva lo que aún no había compartido.</translation>
  </message>
  <message>
   <source>This circle has no hub yet. Bring it to one, or share with a stick.</source>
   <translation>Este círculo aún no tiene nodo. Llévelo a uno, o comparta con una memoria.</translation>
  </message>
  <message>
   <source>This circle is locked: it needs its passphrase.</source>
   <translation>Este círculo está bloqueado: necesita su frase secreta.</translation>
  </message>
  <message>
   <source>This code comes from a newer version of the program. Update this one first.</source>
   <translation>Este código viene de una versión más nueva del programa. Actualice antes este.</translation>
  </message>
  <message>
   <source>This code is damaged. Ask for it once more.</source>
   <translation>Este código está dañado. Pídalo otra vez.</translation>
  </message>
  <message>
   <source>This code is damaged. Type the 24 words instead.</source>
   <translation>Este código está dañado. Escriba mejor las 24 palabras.</translation>
  </message>
  <message>
   <source>This comes from a newer version of the program. Update this one first.</source>
   <translation>Esto viene de una versión más nueva del programa. Actualice antes este.</translation>
  </message>
  <message>
   <source>This computer's keyring does not answer. Unlock it and try again.</source>
   <translation>El llavero de este ordenador no responde. Desbloquéelo e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>This day is before the first meetup.</source>
   <translation>Ese día es antes del primer encuentro.</translation>
  </message>
  <message>
   <source>This day is still to come. Record it afterwards.</source>
   <translation>Este día aún está por venir. Anótelo después.</translation>
  </message>
  <message>
   <source>This exchange is confirmed already.</source>
   <translation>Este intercambio ya está confirmado.</translation>
  </message>
  <message>
   <source>This exchange is confirmed: reverse it instead.</source>
   <translation>Este intercambio está confirmado: reviértalo.</translation>
  </message>
  <message>
   <source>This file is not a table: it holds no text.</source>
   <translation>Este archivo no es una tabla: no contiene texto.</translation>
  </message>
  <message>
   <source>This file is not written in {label}.</source>
   <translation>Este archivo no está escrito así: {label}.</translation>
  </message>
  <message>
   <source>This has been undone already.</source>
   <translation>Esto ya se ha deshecho.</translation>
  </message>
  <message>
   <source>This hub code is damaged. Ask the steward for it once more.</source>
   <translation>Este código de nodo está dañado. Pídaselo otra vez al encargado.</translation>
  </message>
  <message>
   <source>This invitation has been used already. Ask for a new one.</source>
   <translation>Esta invitación ya se usó. Pida otra.</translation>
  </message>
  <message>
   <source>This invitation has expired. Ask for a new one.</source>
   <translation>Esta invitación caducó. Pida otra.</translation>
  </message>
  <message>
   <source>This invitation has expired: it ended on {ended}, and by this laptop’s clock it is {today}. If that is right, ask for a new one; if not, set the clock right and join again.</source>
   <translation>Esta invitación caducó: terminó el {ended}, y según el reloj de este portátil hoy es {today}. Si es correcto, pida otra; si no, ajuste el reloj y únase de nuevo.</translation>
  </message>
  <message>
   <source>This invitation is damaged. Ask for it once more.</source>
   <translation>Esta invitación está dañada. Pídala otra vez.</translation>
  </message>
  <message>
   <source>This invitation is no longer open.</source>
   <translation>Esta invitación ya no está abierta.</translation>
  </message>
  <message>
   <source>This invitation names no hub, and no laptop beside this one knows it. Open the circle there, on the same network, or join from a stick.</source>
   <translation>Esta invitación no nombra ningún nodo, y ningún portátil junto a este la conoce. Abra allí el círculo, en la misma red, o únase desde una memoria.</translation>
  </message>
  <message>
   <source>This invitation names no hub. Join from a stick instead.</source>
   <translation>Esta invitación no nombra ningún nodo. Únase desde una memoria.</translation>
  </message>
  <message>
   <source>This invitation was cancelled.</source>
   <translation>Esta invitación se anuló.</translation>
  </message>
  <message>
   <source>This invitation was cancelled. Ask for a new one.</source>
   <translation>Esta invitación se anuló. Pida otra.</translation>
  </message>
  <message>
   <source>This is a laptop, not a hub.</source>
   <translation>Esto es un portátil, no un nodo.</translation>
  </message>
  <message>
   <source>This is a whole day: it is taken from 00:00, for want of a time.</source>
   <translation>Es un día entero: a falta de hora, se toma desde las 00:00.</translation>
  </message>
  <message>
   <source>This is damaged: it is not written as this program writes.</source>
   <translation>Esto está dañado: no está escrito como escribe este programa.</translation>
  </message>
  <message>
   <source>This is damaged: {detail}.</source>
   <translation>Esto está dañado: {detail}.</translation>
  </message>
  <message>
   <source>This is larger than anything this program sends.</source>
   <translation>Esto es más grande que todo lo que este programa envía.</translation>
  </message>
  <message>
   <source>This is larger than anything this program writes.</source>
   <translation>Esto es más grande que todo lo que este programa escribe.</translation>
  </message>
  <message>
   <source>This is more than one entry in the list of this circle's laptops may hold. Nothing was changed.</source>
   <translation>Es más de lo que cabe en una sola anotación de la lista de portátiles de este círculo. No se ha cambiado nada.</translation>
  </message>
  <message>
   <source>This is not a hub's code: it should begin with {prefix}.</source>
   <translation>Esto no es el código de un nodo: debe empezar por {prefix}.</translation>
  </message>
  <message>
   <source>This is not a recovery sheet’s code: it should begin with {prefix}.</source>
   <translation>Esto no es el código de una hoja de recuperación: debe empezar por {prefix}.</translation>
  </message>
  <message>
   <source>This is not an invitation: it should begin with {prefix}.</source>
   <translation>Esto no es una invitación: debe empezar por {prefix}.</translation>
  </message>
  <message>
   <source>This is not changed by an answer here, since hours may hang on it. Say once more of the two whether they are one, where they are shown.</source>
   <translation>Una respuesta aquí no lo cambia, pues de ello pueden depender horas. Diga otra vez, donde se muestran los dos, si son uno.</translation>
  </message>
  <message>
   <source>This is one of {choices}, not {value} ({field}).</source>
   <translation>Es uno de: {choices}, no {value} ({field}).</translation>
  </message>
  <message>
   <source>This is settled already.</source>
   <translation>Ya está resuelto.</translation>
  </message>
  <message>
   <source>This is the circle's only laptop: without it nobody can open the circle any more. Print the recovery sheet or make a backup with a passphrase first.</source>
   <translation>Este es el único portátil del círculo: sin él ya nadie podrá abrir el círculo. Antes, imprima la hoja de recuperación o haga una copia de seguridad con frase secreta.</translation>
  </message>
  <message>
   <source>This is the circle's only organizer's laptop. Add another one first.</source>
   <translation>Es el único portátil de organizador del círculo. Añada antes otro.</translation>
  </message>
  <message>
   <source>This is the only laptop that runs the circle: without it nobody can invite or shut out any more. Print the recovery sheet, make a backup with a passphrase, or let another laptop run the circle first.</source>
   <translation>Este es el único portátil que lleva el círculo: sin él ya nadie podrá invitar ni excluir. Antes, imprima la hoja de recuperación, haga una copia de seguridad con frase secreta o deje que otro portátil lleve el círculo.</translation>
  </message>
  <message>
   <source>This is too much for one action. Do it in smaller parts.</source>
   <translation>Es demasiado para una sola acción. Hágalo por partes.</translation>
  </message>
  <message>
   <source>This laptop cannot write into this part of the circle.</source>
   <translation>Este portátil no puede escribir en esta parte del círculo.</translation>
  </message>
  <message>
   <source>This laptop did not come into the circle: a newer recovery sheet had cancelled the one that it was opened with. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for an invitation.</source>
   <translation>Este portátil no ha entrado en el círculo: una hoja de recuperación más reciente había anulado aquella con la que se abrió. No se ha perdido nada: lo que usted escribió se guarda aquí. Guárdelo en un archivo, entrégueselo a una persona que lleva el círculo y pida una invitación.</translation>
  </message>
  <message>
   <source>This laptop did not come into the circle: its invitation had been used already, was cancelled, or had expired. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for a new invitation.</source>
   <translation>Este portátil no ha entrado en el círculo: su invitación ya se había usado, se anuló o había caducado. No se ha perdido nada: lo que usted escribió se guarda aquí. Guárdelo en un archivo, entrégueselo a una persona que lleva el círculo y pida una invitación nueva.</translation>
  </message>
  <message>
   <source>This laptop does not take part in the circle, or no longer, by what was found there. Ask an organizer for an invitation.</source>
   <translation>Según lo que se encontró allí, este portátil no participa en el círculo, o ya no. Pida una invitación a un organizador.</translation>
  </message>
  <message>
   <source>This laptop has asked very often. It may ask again in {seconds} seconds.</source>
   <translation>Este portátil ha preguntado muchas veces. Podrá volver a hacerlo dentro de {seconds} segundos.</translation>
  </message>
  <message>
   <source>This laptop has brought very many entries of other lists of the circle's laptops. It may bring more in {seconds} seconds.</source>
   <translation>Este portátil ha traído muchísimas entradas de otras listas de los portátiles del círculo. Podrá traer más dentro de {seconds} segundos.</translation>
  </message>
  <message>
   <source>This laptop has no key for this part of the circle.</source>
   <translation>Este portátil no tiene clave para esta parte del círculo.</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}.</source>
   <translation>Este portátil no tiene clave para {name}.</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}. Its recovery sheet opens it (circle recovery reopen); otherwise restore a backup, or join again.</source>
   <translation>Este portátil no tiene clave para {name}. Su hoja de recuperación lo abre (circle recovery reopen); si no, restaure una copia de seguridad o vuelva a unirse.</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}. Restore it, or join again.</source>
   <translation>Este portátil no tiene clave para {name}. Recupérela, o únase de nuevo.</translation>
  </message>
  <message>
   <source>This laptop has not received the circle’s keys yet.</source>
   <translation>Este portátil aún no ha recibido las claves del círculo.</translation>
  </message>
  <message>
   <source>This laptop has only just joined. Share first, then change what it may do.</source>
   <translation>Este portátil acaba de incorporarse. Comparta primero y cambie después lo que puede hacer.</translation>
  </message>
  <message>
   <source>This laptop has several circles: {names}. Say which with --circle.</source>
   <translation>Este portátil tiene varios círculos: {names}. Diga cuál con --circle.</translation>
  </message>
  <message>
   <source>This laptop has shared with its hub at {url}. Only an organizer’s laptop may tell the circle that the hub is there now: do the same on that one.</source>
   <translation>Este portátil ha compartido con su nodo en {url}. Solo el portátil de un organizador puede decir al círculo que el nodo está ahora allí: haga lo mismo en ese.</translation>
  </message>
  <message>
   <source>This laptop has this circle already. If it was shut out, give what it wrote to an organizer as a file, remove the circle from this laptop, and then join again.</source>
   <translation>Este portátil ya tiene este círculo. Si fue excluido, entregue a un organizador en un archivo lo que escribió, quite el círculo de este portátil y después únase de nuevo.</translation>
  </message>
  <message>
   <source>This laptop has this circle already. If the hub is gone for good, this laptop can keep the list of laptops from now on (circle recovery keep-list).</source>
   <translation>Este portátil ya tiene este círculo. Si el nodo ha desaparecido para siempre, este portátil puede llevar la lista de los portátiles desde ahora (circle recovery keep-list).</translation>
  </message>
  <message>
   <source>This laptop has {name} already. A backup takes its place only where it does not open any more.</source>
   <translation>Este ordenador ya tiene {name}. Una copia de seguridad solo ocupa su lugar si ya no se abre.</translation>
  </message>
  <message>
   <source>This laptop has {name} already. Say if it is to be replaced.</source>
   <translation>Este portátil ya tiene {name}. Diga si hay que reemplazarlo.</translation>
  </message>
  <message>
   <source>This laptop is no longer in this circle.</source>
   <translation>Este portátil ya no está en este círculo.</translation>
  </message>
  <message>
   <source>This laptop is not in the circle any more: whoever invited it had been taken out, and its invitation with them. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for a new invitation.</source>
   <translation>Este portátil ya no está en el círculo: quien lo había invitado fue retirado, y con él su invitación. No se ha perdido nada: lo que usted escribió se guarda aquí. Guárdelo en un archivo, entrégueselo a una persona que lleva el círculo y pida una invitación nueva.</translation>
  </message>
  <message>
   <source>This laptop is not in this circle's list of laptops: it may be one copy too many of another one. Nothing is lost: what you wrote is kept here. Ask an organizer for an invitation, and enter again what the others do not have.</source>
   <translation>Este portátil no está en la lista de portátiles de este círculo: puede ser una copia de más de otro. No se ha perdido nada: lo que usted escribió se guarda aquí. Pida una invitación a una persona que lleva el círculo y vuelva a introducir lo que los demás no tengan.</translation>
  </message>
  <message>
   <source>This laptop is not, or no longer, in this circle.</source>
   <translation>Este portátil no está, o ya no está, en este círculo.</translation>
  </message>
  <message>
   <source>This laptop is on no network at the moment.</source>
   <translation>Este portátil no está en ninguna red por ahora.</translation>
  </message>
  <message>
   <source>This laptop knows of no hub. If another laptop has brought the circle to one, share with that laptop first, by a stick or on the same network. Otherwise bring the circle to a hub, or share with a stick.</source>
   <translation>Este portátil no conoce ningún nodo. Si otro portátil ha llevado el círculo a uno, comparta primero con ese portátil, con una memoria o en la misma red. Si no, lleve el círculo a un nodo, o comparta con una memoria.</translation>
  </message>
  <message>
   <source>This laptop may only look at this circle.</source>
   <translation>Este portátil solo puede mirar este círculo.</translation>
  </message>
  <message>
   <source>This laptop no longer takes part in this circle.</source>
   <translation>Este portátil ya no participa en este círculo.</translation>
  </message>
  <message>
   <source>This laptop was restored from a backup, or copied, and goes on under a new identity in the circle. Nothing that it had written is lost.</source>
   <translation>Este portátil se restauró de una copia de seguridad, o se copió, y sigue en el círculo con una identidad nueva. No se pierde nada de lo que había escrito.</translation>
  </message>
  <message>
   <source>This laptop was restored from an older copy. Share once, then this can be done.</source>
   <translation>Este portátil se restauró de una copia más antigua. Comparta una vez y después podrá hacerse.</translation>
  </message>
  <message>
   <source>This laptop was restored or copied very often, and may not go on under yet another identity in this circle. Ask for an invitation.</source>
   <translation>Este portátil se ha restaurado o copiado muchas veces y no puede continuar con otra identidad más en este círculo. Pida una invitación.</translation>
  </message>
  <message>
   <source>This laptop went on from that one, and would be shut out with it. Another organizer's laptop can do that.</source>
   <translation>Este portátil siguió a partir de aquel y quedaría excluido con él. El portátil de otro organizador puede hacerlo.</translation>
  </message>
  <message>
   <source>This laptop's clock says {ours}, but others have written into this circle on {theirs}. Set the clock right before you write.</source>
   <translation>El reloj de este portátil marca el {ours}, pero otros han escrito en este círculo el {theirs}. Póngalo en hora antes de escribir.</translation>
  </message>
  <message>
   <source>This laptop's disk is full, and what was written on it last is not on the stick. Make room on that disk, and write the stick once more.</source>
   <translation>El disco de este portátil está lleno, y lo último que se escribió en él no está en la memoria. Haga sitio en ese disco y escriba la memoria otra vez.</translation>
  </message>
  <message>
   <source>This laptop's keys for the circle are damaged, or from a newer version.</source>
   <translation>Las claves del círculo en este portátil están dañadas, o son de una versión más nueva.</translation>
  </message>
  <message>
   <source>This line probably adds the others up ({field}).</source>
   <translation>Esta línea suma probablemente las demás ({field}).</translation>
  </message>
  <message>
   <source>This meetup is no longer in this circle.</source>
   <translation>Este encuentro ya no está en este círculo.</translation>
  </message>
  <message>
   <source>This member has been anonymised already.</source>
   <translation>Este miembro ya se ha anonimizado.</translation>
  </message>
  <message>
   <source>This member is no longer in this circle.</source>
   <translation>Este miembro ya no está en este círculo.</translation>
  </message>
  <message>
   <source>This member is not merged with anybody.</source>
   <translation>Este miembro no está unido con nadie.</translation>
  </message>
  <message>
   <source>This message is too long.</source>
   <translation>Este mensaje es demasiado largo.</translation>
  </message>
  <message>
   <source>This program was installed without what it needs to find a laptop beside it (lan).</source>
   <translation>Este programa se instaló sin lo necesario para encontrar un portátil cercano (lan).</translation>
  </message>
  <message>
   <source>This recovery sheet belongs to another circle.</source>
   <translation>Esta hoja de recuperación pertenece a otro círculo.</translation>
  </message>
  <message>
   <source>This recovery sheet is not in force yet: who keeps the list of laptops has not confirmed it. A hub that is gone for good never will.</source>
   <translation>Esta hoja de recuperación aún no está en vigor: quien lleva la lista de los portátiles no la ha confirmado. Un nodo que ha desaparecido para siempre nunca lo hará.</translation>
  </message>
  <message>
   <source>This repeats: only its first date is taken.</source>
   <translation>Esto se repite: solo se toma la primera fecha.</translation>
  </message>
  <message>
   <source>This request has ended. Change its last day first.</source>
   <translation>Esta petición ha terminado. Cambie primero su último día.</translation>
  </message>
  <message>
   <source>This request is no longer open.</source>
   <translation>Esta petición ya no está abierta.</translation>
  </message>
  <message>
   <source>This request is not signed by a laptop of the circle.</source>
   <translation>Esta solicitud no está firmada por un portátil del círculo.</translation>
  </message>
  <message>
   <source>This text is not complete or has a typing mistake in it. Copy it once more.</source>
   <translation>Este texto está incompleto o tiene un error. Cópielo otra vez.</translation>
  </message>
  <message>
   <source>This was sealed for another key, or is damaged.</source>
   <translation>Esto se selló para otra clave, o está dañado.</translation>
  </message>
  <message>
   <source>This was sealed for another recovery sheet, or before there was one. Try a newer sheet.</source>
   <translation>Esto se selló para otra hoja de recuperación, o antes de que hubiera una. Pruebe con una hoja más reciente.</translation>
  </message>
  <message>
   <source>This was sealed with another key, or is damaged.</source>
   <translation>Esto se selló con otra clave, o está dañado.</translation>
  </message>
  <message>
   <source>This {kind} was removed. Restore it first.</source>
   <translation>Esta ficha ({kind}) se quitó. Recupérela antes.</translation>
  </message>
  <message>
   <source>Too many laptops share at this moment. Try again.</source>
   <translation>Demasiados portátiles comparten ahora. Inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>Two members are called {name}: give the number or e-mail.</source>
   <translation>Dos miembros se llaman {name}: dé el número o el correo.</translation>
  </message>
  <message>
   <source>Until {day}.</source>
   <translation>Hasta el {day}.</translation>
  </message>
  <message>
   <source>What this is about is no longer in this circle.</source>
   <translation>Aquello de lo que se trata ya no está en este círculo.</translation>
  </message>
  <message>
   <source>What this laptop has noted of how far it had come is damaged.</source>
   <translation>Lo que este portátil había anotado de hasta dónde había llegado está dañado.</translation>
  </message>
  <message>
   <source>What waits was written as {name}: this laptop went on as that one.</source>
   <translation>Lo que espera se escribió como {name}: este portátil siguió con ese nombre.</translation>
  </message>
  <message>
   <source>When this laptop's clock said {then}, the hub at {hub} said {theirs}; now the clock says {ours}. If the laptop is wrong, set its clock right before you write.</source>
   <translation>Cuando el reloj de este portátil decía {then}, el nodo {hub} decía {theirs}; ahora el reloj dice {ours}. Si el equivocado es el portátil, póngalo en hora antes de escribir.</translation>
  </message>
  <message>
   <source>Where the hub of {name} is stands in its file, which cannot be read. Say where it is (--hub), or fetch the circle from a stick that another laptop has written (--bundle).</source>
   <translation>La dirección del nodo de {name} está en su archivo, que no se puede leer. Indíquela (--hub), o tome el círculo de una memoria que otro portátil haya escrito (--bundle).</translation>
  </message>
  <message>
   <source>Who keeps the list of this circle's laptops has changed since.</source>
   <translation>Desde entonces, la lista de los portátiles de este círculo ha cambiado de manos.</translation>
  </message>
  <message>
   <source>Whoever uses this laptop is erased from another organizer's laptop.</source>
   <translation>Quien usa este portátil se borra desde el portátil de otra persona organizadora.</translation>
  </message>
  <message>
   <source>Word {place}, “{word}”, is not one of a recovery sheet’s. Compare with the sheet.</source>
   <translation>La palabra {place}, «{word}», no es de una hoja de recuperación. Compare con la hoja.</translation>
  </message>
  <message>
   <source>Word {place}, “{word}”, is not one of a recovery sheet’s. Could it be “{near}”?</source>
   <translation>La palabra {place}, «{word}», no es de una hoja de recuperación. ¿Podría ser «{near}»?</translation>
  </message>
  <message>
   <source>a date</source>
   <translation>una fecha</translation>
  </message>
  <message>
   <source>a date and time such as 2026-11-20T18:00</source>
   <translation>una fecha y hora como 2026-11-20T18:00</translation>
  </message>
  <message>
   <source>a date such as 2026-11-20</source>
   <translation>una fecha como 2026-11-20</translation>
  </message>
  <message>
   <source>a length of time</source>
   <translation>una duración</translation>
  </message>
  <message>
   <source>a list of words</source>
   <translation>una lista de palabras</translation>
  </message>
  <message>
   <source>a number of hours</source>
   <translation>un número de horas</translation>
  </message>
  <message>
   <source>a time of day</source>
   <translation>una hora del día</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>un número entero</translation>
  </message>
  <message>
   <source>an address</source>
   <translation>una dirección</translation>
  </message>
  <message>
   <source>parts that are texts or whole numbers</source>
   <translation>partes que sean textos o números enteros</translation>
  </message>
  <message>
   <source>several parts</source>
   <translation>varias partes</translation>
  </message>
  <message>
   <source>the id of a record</source>
   <translation>el identificador de una ficha</translation>
  </message>
  <message>
   <source>words</source>
   <translation>palabras</translation>
  </message>
  <message>
   <source>yes or no</source>
   <translation>sí o no</translation>
  </message>
  <message>
   <source>{bundle} was not written. {reason}</source>
   <translation>{bundle} no se escribió. {reason}</translation>
  </message>
  <message>
   <source>{count} laptops of this circle fit {id}: {ids}. Say which by more of its id.</source>
   <translation>{count} portátiles de este círculo coinciden con {id}: {ids}. Indique cuál con más de su identificador.</translation>
  </message>
  <message>
   <source>{file} can be read: share with the hub or a stick instead.</source>
   <translation>{file} se puede leer: comparta mejor con el nodo o con una memoria.</translation>
  </message>
  <message>
   <source>{file} cannot be read.</source>
   <translation>{file} no se puede leer.</translation>
  </message>
  <message>
   <source>{file} cannot be written.</source>
   <translation>{file} no se puede escribir.</translation>
  </message>
  <message>
   <source>{file} cannot be written: {reason}.</source>
   <translation>{file} no se puede escribir: {reason}.</translation>
  </message>
  <message>
   <source>{file} comes from a newer version of this program.</source>
   <translation>{file} viene de una versión más nueva de este programa.</translation>
  </message>
  <message>
   <source>{file} does not say in words what it shows: save it as PNG.</source>
   <translation>{file} no dice con palabras lo que muestra: guárdelo como PNG.</translation>
  </message>
  <message>
   <source>{file} exists already. Choose another name.</source>
   <translation>{file} ya existe. Elija otro nombre.</translation>
  </message>
  <message>
   <source>{file} has no column that fits {kinds}.</source>
   <translation>{file} no tiene ninguna columna que sirva ({kinds}).</translation>
  </message>
  <message>
   <source>{file} has no sheet called {sheet}.</source>
   <translation>{file} no tiene ninguna hoja llamada {sheet}.</translation>
  </message>
  <message>
   <source>{file} holds no list of records, or is damaged.</source>
   <translation>{file} no contiene una lista de registros, o está dañado.</translation>
  </message>
  <message>
   <source>{file} holds no meetups. Tasks and diary entries of a calendar are left out.</source>
   <translation>{file} no contiene ningún encuentro. Las tareas y las entradas de diario de un calendario se dejan fuera.</translation>
  </message>
  <message>
   <source>{file} is a pipe or a device, not a file.</source>
   <translation>{file} es una tubería o un dispositivo, no un archivo.</translation>
  </message>
  <message>
   <source>{file} is an old spreadsheet, or damaged. Save it as .xlsx.</source>
   <translation>{file} es una hoja de cálculo antigua o está dañado. Guárdelo como .xlsx.</translation>
  </message>
  <message>
   <source>{file} is damaged, or was sealed with other keys. Try its passphrase, the recovery sheet, or another backup.</source>
   <translation>{file} está dañado, o se selló con otras claves. Pruebe con su frase secreta, la hoja de recuperación u otra copia de seguridad.</translation>
  </message>
  <message>
   <source>{file} is damaged.</source>
   <translation>{file} está dañado.</translation>
  </message>
  <message>
   <source>{file} is empty.</source>
   <translation>{file} está vacío.</translation>
  </message>
  <message>
   <source>{file} is neither a picture nor a text that can be read.</source>
   <translation>{file} no es una imagen ni un texto que se pueda leer.</translation>
  </message>
  <message>
   <source>{file} is neither the file of a stick nor a backup.</source>
   <translation>{file} no es ni el archivo de una memoria ni una copia de seguridad.</translation>
  </message>
  <message>
   <source>{file} is not a backup of a circle.</source>
   <translation>{file} no es una copia de un círculo.</translation>
  </message>
  <message>
   <source>{file} is not a calendar, or is damaged.</source>
   <translation>{file} no es un calendario o está dañado.</translation>
  </message>
  <message>
   <source>{file} is not a spreadsheet, or is damaged.</source>
   <translation>{file} no es una hoja de cálculo, o está dañado.</translation>
  </message>
  <message>
   <source>{file} is open in another program. Close it and try again.</source>
   <translation>{file} está abierto en otro programa. Ciérrelo e inténtelo de nuevo.</translation>
  </message>
  <message>
   <source>{file} is protected by a password.</source>
   <translation>{file} está protegido con contraseña.</translation>
  </message>
  <message>
   <source>{file} is too big to be a circle's list.</source>
   <translation>{file} es demasiado grande para ser la lista de un círculo.</translation>
  </message>
  <message>
   <source>{file} is too large. Save it smaller, or as JPEG.</source>
   <translation>{file} es demasiado grande. Guárdelo más pequeño, o como JPEG.</translation>
  </message>
  <message>
   <source>{id} is not an id: one is 6 to 32 digits, of 0 to 9 and a to f.</source>
   <translation>{id} no es un identificador: tiene de 6 a 32 signos, del 0 al 9 y de la a a la f.</translation>
  </message>
  <message>
   <source>{kind} has no field {field}.</source>
   <translation>{kind} no tiene el campo {field}.</translation>
  </message>
  <message>
   <source>{kind} has no field {field}. Known: {known}.</source>
   <translation>{kind} no tiene el campo {field}. Conocidos: {known}.</translation>
  </message>
  <message>
   <source>{kind} has no list called {field}.</source>
   <translation>{kind} no tiene ninguna lista llamada {field}.</translation>
  </message>
  <message>
   <source>{kind}: this is kept by the program.</source>
   <translation>{kind}: de esto se encarga el programa.</translation>
  </message>
  <message>
   <source>{label} goes over several lines: is a quotation mark missing?</source>
   <translation>{label}: ocupa varias líneas; ¿faltan unas comillas?</translation>
  </message>
  <message>
   <source>{label} holds a sign that cannot be shown ({field}).</source>
   <translation>«{label}» contiene un signo que no se puede mostrar ({field}).</translation>
  </message>
  <message>
   <source>{label} is a code or a name of ISCED-F 2013, such as 0231, not {value} ({field}).</source>
   <translation>{label} es un código o un nombre de la CINE-F 2013, por ejemplo 0231, y no {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} is a year such as {example}.</source>
   <translation>{label}: un año como {example}.</translation>
  </message>
  <message>
   <source>{label} is kept by the program ({field}).</source>
   <translation>«{label}» lo lleva el programa ({field}).</translation>
  </message>
  <message>
   <source>{label} is missing.</source>
   <translation>Falta: {label}.</translation>
  </message>
  <message>
   <source>{label} is needed ({field}).</source>
   <translation>Falta: {label} ({field}).</translation>
  </message>
  <message>
   <source>{label} is one of {choices}, not {value} ({field}).</source>
   <translation>«{label}» es uno de: {choices}, no {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} is too long: at most 20,000 letters, fewer with accents ({field}).</source>
   <translation>{label}: es demasiado largo; como máximo 20 000 letras, menos con acentos ({field}).</translation>
  </message>
  <message>
   <source>{label} is too long: at most {most} letters ({field}).</source>
   <translation>{label}: texto demasiado largo, {most} letras como máximo ({field}).</translation>
  </message>
  <message>
   <source>{label} must lie between {least} and {most}, not {value} ({field}).</source>
   <translation>«{label}» debe estar entre {least} y {most}, no {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} must lie in the years {least} to {most}, not in {value} ({field}).</source>
   <translation>{label} debe estar entre los años {least} y {most}, no en {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} needs a date such as {example}.</source>
   <translation>{label}: hace falta una fecha como {example}.</translation>
  </message>
  <message>
   <source>{label} needs {expected} ({field}).</source>
   <translation>«{label}» pide {expected} ({field}).</translation>
  </message>
  <message>
   <source>{label}: this is not in this circle ({field}).</source>
   <translation>{label}: esto no está en este círculo ({field}).</translation>
  </message>
  <message>
   <source>{label}: write how long, such as {example} or 90 min.</source>
   <translation>{label}: escriba cuánto tiempo, por ejemplo {example} o 90 min.</translation>
  </message>
  <message>
   <source>{label}: {value} minutes or {value} hours? Write “{value} min” or “{value} h”.</source>
   <translation>{label}: ¿{value} minutos o {value} horas? Escriba «{value} min» o «{value} h».</translation>
  </message>
  <message>
   <source>{laptop} has erased a member, who is gone from this laptop now, too.</source>
   <translation>{laptop} ha borrado a un miembro, que ya no está tampoco en este portátil.</translation>
  </message>
  <message>
   <source>{laptop} has erased {count} members, who are gone from this laptop now, too.</source>
   <translation>{laptop} ha borrado a {count} miembros, que ya no están tampoco en este portátil.</translation>
  </message>
  <message>
   <source>{laptop}, which was shut out, had erased a member, who is gone from this laptop now, too.</source>
   <translation>{laptop}, que se excluyó, había borrado a un miembro, que ya no está tampoco en este portátil.</translation>
  </message>
  <message>
   <source>{laptop}, which was shut out, had erased {count} members, who are gone from this laptop now, too.</source>
   <translation>{laptop}, que se excluyó, había borrado a {count} miembros, que ya no están tampoco en este portátil.</translation>
  </message>
  <message>
   <source>{name} has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. Nothing of the other is lost: it is kept on the laptop that wrote it, which enters it again when it shares next.</source>
   <translation>El portátil «{name}» ha escrito dos versiones distintas de los mismos cambios: se restauró de una copia de seguridad, o se copió. Una de ellas cuenta aquí. De la otra no se pierde nada: queda en el portátil que la escribió, que la inscribirá de nuevo la próxima vez que comparta.</translation>
  </message>
  <message>
   <source>{name} is locked already.</source>
   <translation>{name} ya está bloqueado.</translation>
  </message>
  <message>
   <source>{name} is neither of the two: one of them can stay, nobody else ({field}).</source>
   <translation>{name} no es ninguna de las dos: solo puede quedar una de ellas ({field}).</translation>
  </message>
  <message>
   <source>{name} is shut out already.</source>
   <translation>{name} ya está excluido.</translation>
  </message>
  <message>
   <source>{name} would have given {hours} on {day}: a day has 24 hours.</source>
   <translation>{name} habría dado {hours} el {day}: un día tiene 24 horas.</translation>
  </message>
  <message>
   <source>{name}, which was shut out, has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. The other is kept on each laptop that it has come to, where an organizer can take it in; a stick brings it to others.</source>
   <translation>El portátil «{name}», que fue excluido, ha escrito dos versiones distintas de los mismos cambios: se restauró de una copia de seguridad, o se copió. Una de ellas cuenta aquí. La otra se guarda en cada portátil al que ha llegado, donde quien lleva el círculo puede incorporarla; una memoria USB la lleva a los demás.</translation>
  </message>
  <message>
   <source>{number} times in all.</source>
   <translation>{number} veces en total.</translation>
  </message>
  <message>
   <source>{one} and {other} stay one member: another merge of the same people still holds.</source>
   <translation>{one} y {other} siguen siendo un solo miembro: otra unión de las mismas personas sigue en pie.</translation>
  </message>
  <message>
   <source>{on} is still to come: nobody has agreed on it yet ({field}).</source>
   <translation>{on} todavía no ha llegado: nadie ha podido dar su acuerdo ese día ({field}).</translation>
  </message>
  <message>
   <source>{on} is still to come: nobody has joined on it yet ({field}).</source>
   <translation>{on} aún está por venir: nadie ha podido entrar ese día ({field}).</translation>
  </message>
  <message>
   <source>{on} is still to come: nobody has taken it back yet ({field}).</source>
   <translation>{on} todavía no ha llegado: nadie ha podido retirarlo ese día ({field}).</translation>
  </message>
  <message>
   <source>{on} lies more than a year ahead ({field}).</source>
   <translation>Para {on} falta más de un año ({field}).</translation>
  </message>
  <message>
   <source>{path} belongs to another circle.</source>
   <translation>{path} pertenece a otro círculo.</translation>
  </message>
  <message>
   <source>{path} could not be read: {reason}.</source>
   <translation>{path} no se pudo leer: {reason}.</translation>
  </message>
  <message>
   <source>{path} could not be used: {detail}.</source>
   <translation>{path} no se pudo usar: {detail}.</translation>
  </message>
  <message>
   <source>{path} could not be written: {reason}.</source>
   <translation>{path} no se pudo escribir: {reason}.</translation>
  </message>
  <message>
   <source>{path} holds another circle than the invitation.</source>
   <translation>{path} contiene otro círculo que la invitación.</translation>
  </message>
  <message>
   <source>{path} holds another circle than the recovery sheet.</source>
   <translation>{path} contiene otro círculo que el de la hoja de recuperación.</translation>
  </message>
  <message>
   <source>{path} holds another circle.</source>
   <translation>{path} contiene otro círculo.</translation>
  </message>
  <message>
   <source>{path} is another file, not that of a stick. Choose another name.</source>
   <translation>{path} es otro archivo, no el de una memoria. Elija otro nombre.</translation>
  </message>
  <message>
   <source>{path} is damaged, and nothing in it can be saved.</source>
   <translation>{path} está dañado y no se puede salvar nada de él.</translation>
  </message>
  <message>
   <source>{path} is damaged. Mend it (check --rebuild); where that brings nothing back, restore a backup, or fetch the circle again from its hub or a stick (circle refill).</source>
   <translation>{path} está dañado. Repárelo (check --rebuild); si eso no devuelve nada, restaure una copia, o traiga de nuevo el círculo de su nodo o de una memoria (circle refill).</translation>
  </message>
  <message>
   <source>{path} is damaged. Write it once more. Nothing was changed.</source>
   <translation>{path} está dañado. Escríbalo otra vez. No se cambió nada.</translation>
  </message>
  <message>
   <source>{path} is not a circle file of this laptop.</source>
   <translation>{path} no es un archivo de círculo de este portátil.</translation>
  </message>
  <message>
   <source>{path} is not a circle file, or this laptop's key does not open it.</source>
   <translation>{path} no es un archivo de círculo, o la clave de este portátil no lo abre.</translation>
  </message>
  <message>
   <source>{path} is not a circle file.</source>
   <translation>{path} no es un archivo de círculo.</translation>
  </message>
  <message>
   <source>{path} is not a receipt, or is damaged.</source>
   <translation>{path} no es un recibo, o está dañado.</translation>
  </message>
  <message>
   <source>{path} is not complete: it was cut short while it was written.</source>
   <translation>{path} está incompleto: se cortó mientras se escribía.</translation>
  </message>
  <message>
   <source>{path} is not the file of a stick of Learning Circles.</source>
   <translation>{path} no es el archivo de una memoria de Learning Circles.</translation>
  </message>
  <message>
   <source>{path} is not where it was. Is a disk or a stick missing? If the file is gone for good, the circle comes back from a backup, from its hub or from a stick.</source>
   <translation>{path} ya no está donde estaba. ¿Falta un disco o una memoria? Si el archivo se ha perdido del todo, el círculo vuelve de una copia de seguridad, de su nodo o de una memoria.</translation>
  </message>
  <message>
   <source>{path} was moved, removed or replaced while it was open. Nothing was changed. Open it again.</source>
   <translation>{path} se movió, se borró o se reemplazó mientras estaba abierto. No se cambió nada. Ábralo de nuevo.</translation>
  </message>
  <message>
   <source>{path} was written by a newer version of Learning Circles. Update this program to open it.</source>
   <translation>{path} fue escrito por una versión más nueva de Learning Circles. Actualice este programa para abrirlo.</translation>
  </message>
  <message>
   <source>{path} was written by a newer version of Learning Circles. Update this program to read it.</source>
   <translation>{path} se escribió con una versión más reciente de Learning Circles. Actualice este programa para leerlo.</translation>
  </message>
  <message>
   <source>{path}: its folder cannot be written to. Nothing was changed.</source>
   <translation>{path}: no se puede escribir en su carpeta. No se cambió nada.</translation>
  </message>
  <message>
   <source>{path}: the disk is full or cannot be written. Nothing was changed. Make room on that disk.</source>
   <translation>{path}: el disco está lleno o no se puede escribir en él. No se cambió nada. Haga sitio en ese disco.</translation>
  </message>
  <message>
   <source>{reason} Only that hub can hand the circle on to another one, so nothing was changed. If it is gone for good, take the list to this laptop with the recovery sheet (circle keeper --sheet), and use the code then.</source>
   <translation>{reason} Solo ese nodo puede traspasar el círculo a otro: no se ha cambiado nada. Si se ha perdido para siempre, traiga la lista a este portátil con la hoja de recuperación (circle keeper --sheet) y use después el código.</translation>
  </message>
  <message>
   <source>{reason} Only that hub can hand the circle on to another one, so nothing was changed. There is no recovery sheet in force that could take its place: until that hub is back the laptops share by stick and on the same network, and none can be added. If it never comes back, found the circle anew on one laptop, and read in there what is exported here.</source>
   <translation>{reason} Solo ese nodo puede traspasar el círculo a otro: no se ha cambiado nada. No hay ninguna hoja de recuperación en vigor que pueda sustituirlo: hasta que vuelva, los portátiles comparten por memoria USB y en la misma red, y no se puede añadir ninguno. Si no vuelve nunca, funde de nuevo el círculo en un portátil e importe allí lo que se exporte aquí.</translation>
  </message>
  <message>
   <source>{reason} This laptop is not in the circle yet, and nothing was kept: join again.</source>
   <translation>{reason} Este portátil todavía no está en el círculo y no se ha guardado nada: únase de nuevo.</translation>
  </message>
  <message>
   <source>{reason} {come} of {whole} parcels of this circle have come, and can be used. The rest comes at the next share.</source>
   <translation>{reason} Han llegado {come} de {whole} paquetes de este círculo y ya se pueden usar. El resto llegará la próxima vez que se comparta.</translation>
  </message>
  <message>
   <source>{url} is not the address of a hub.</source>
   <translation>{url} no es la dirección de un nodo.</translation>
  </message>
  <message>
   <source>{value} has no figures: a telephone number looks like 0123 45 67 89 ({field}).</source>
   <translation>{value} no tiene cifras: un número de teléfono es como 0123 45 67 89 ({field}).</translation>
  </message>
  <message>
   <source>{value} is no e-mail address: one looks like name@example.org ({field}).</source>
   <translation>«{value}» no es una dirección de correo: se parece a nombre@ejemplo.org ({field}).</translation>
  </message>
  <message>
   <source>{value} is no telephone number: one looks like 0123 45 67 89 ({field}).</source>
   <translation>{value} no es un número de teléfono, como 0123 45 67 89 ({field}).</translation>
  </message>
  <message>
   <source>{value} is no time of day: one looks like 18:00.</source>
   <translation>{value} no es una hora: escriba por ejemplo 18:00.</translation>
  </message>
  <message>
   <source>{value} is none of {choices} ({label}).</source>
   <translation>{value} no es ninguno de: {choices} ({label}).</translation>
  </message>
  <message>
   <source>{value} may be member {one} or {other}, and both fit. Write the number as text ({field}).</source>
   <translation>{value} puede ser el miembro {one} o {other}, y ambos encajan. Escriba el número como texto ({field}).</translation>
  </message>
  <message>
   <source>{value} minutes or {value} hours?</source>
   <translation>¿{value} minutos o {value} horas?</translation>
  </message>
  <message>
   <source>{what} needs a name.</source>
   <translation>{what} necesita un nombre.</translation>
  </message>
  <message>
   <source>{who} has changed the whole record of {name} since.</source>
   <translation>{who} ha cambiado desde entonces toda la ficha de {name}.</translation>
  </message>
  <message>
   <source>{who} has changed the whole record since.</source>
   <translation>{who} ha cambiado desde entonces toda la ficha.</translation>
  </message>
  <message>
   <source>{who} has changed the {label} of {name} since.</source>
   <translation>{who} ha cambiado esto desde entonces: {name}, {label}.</translation>
  </message>
  <message>
   <source>{who} has changed the {label} since.</source>
   <translation>{who} ha cambiado esto desde entonces: {label}.</translation>
  </message>
  <message>
   <source>{who} has said since that the two are not the same.</source>
   <translation>{who} ha dicho desde entonces que los dos no son lo mismo.</translation>
  </message>
  <message>
   <source>{who} has said since that the two are the same.</source>
   <translation>{who} ha dicho desde entonces que los dos son lo mismo.</translation>
  </message>
  <message>
   <source>{who} has taken back since what was said of the two.</source>
   <translation>{who} ha deshecho desde entonces lo que se había dicho de los dos.</translation>
  </message>
  <message>
   <source>{year} lies ahead: nobody was born in it yet ({field}).</source>
   <translation>{year} aún está por venir: nadie ha nacido en ese año ({field}).</translation>
  </message>
  <message>
   <source>“{name}” was removed on {laptop}. Restore it first.</source>
   <translation>«{name}» se quitó en {laptop}. Recupérelo antes.</translation>
  </message>
  <message>
   <source>“{name}” was removed. Restore it first.</source>
   <translation>«{name}» se quitó. Recupérelo antes.</translation>
  </message>
  <message>
   <source>“{value}” does not read as {expected} ({label}).</source>
   <translation>«{value}» no se lee como {expected} ({label}).</translation>
  </message>
  <message>
   <source>“{value}” is no name: a name has at least one letter.</source>
   <translation>«{value}» no es un nombre: un nombre tiene al menos una letra.</translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n día</numerusform>
    <numerusform>%n días</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>hace %n día</numerusform>
    <numerusform>hace %n días</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n hora</numerusform>
    <numerusform>%n horas</numerusform>
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
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minuto</numerusform>
    <numerusform>%n minutos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s) ago</source>
   <translation>
    <numerusform>hace %n minuto</numerusform>
    <numerusform>hace %n minutos</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n month(s)</source>
   <translation>
    <numerusform>%n mes</numerusform>
    <numerusform>%n meses</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n year(s)</source>
   <translation>
    <numerusform>%n año</numerusform>
    <numerusform>%n años</numerusform>
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
   <source>{label}: {words}</source>
   <translation>{label}: {words}</translation>
  </message>
  <message>
   <source>{low} and older</source>
   <translation>{low} o más</translation>
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
