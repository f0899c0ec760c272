<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>AddLaptop</name>
  <message>
   <source>Add a laptop</source>
   <translation>Ajouter un ordinateur</translation>
  </message>
  <message>
   <source>Copied</source>
   <translation>Copié</translation>
  </message>
  <message>
   <source>Copy</source>
   <translation>Copier</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Invitation to {circle}</source>
   <translation>Invitation à {circle}</translation>
  </message>
  <message>
   <source>It serves one laptop, until {day}. Whoever holds it can join: send it to that person alone.</source>
   <translation>Elle sert à un seul ordinateur, jusqu’au {day}. Qui la détient peut rejoindre : envoyez-la à cette seule personne.</translation>
  </message>
  <message>
   <source>It works until {day}, once this laptop has shared with the hub.</source>
   <translation>Elle vaut jusqu’au {day}, dès que cet ordinateur aura partagé avec le serveur régional.</translation>
  </message>
  <message>
   <source>It works until {day}, once this laptop has shared, by a stick or beside it, with the laptop that keeps the list of laptops.</source>
   <translation>Elle vaut jusqu’au {day}, dès que cet ordinateur aura partagé, par une clé ou à côté de lui, avec l’ordinateur qui tient la liste des ordinateurs.</translation>
  </message>
  <message>
   <source>Make the invitation</source>
   <translation>Créer l’invitation</translation>
  </message>
  <message>
   <source>Only look</source>
   <translation>Seulement regarder</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Imprimer…</translation>
  </message>
  <message>
   <source>Record exchanges, people and meetups</source>
   <translation>Noter échanges, personnes et rencontres</translation>
  </message>
  <message>
   <source>Run the circle, and invite others</source>
   <translation>Mener le cercle, et inviter</translation>
  </message>
  <message>
   <source>That day is by the hub’s clock, which is more than a day away from this laptop’s: set right whichever of them is wrong, cancel this one among the open invitations, and add a laptop anew.</source>
   <translation>Ce jour est donné par l’horloge du serveur régional, qui diffère de plus d’un jour de celle de cet ordinateur : remettez à l’heure celle des deux qui est fausse, annulez cette invitation parmi les invitations ouvertes, puis ajoutez de nouveau un ordinateur.</translation>
  </message>
  <message>
   <source>The invitation as a QR code</source>
   <translation>L’invitation en code QR</translation>
  </message>
  <message>
   <source>The invitation as text</source>
   <translation>L’invitation en texte</translation>
  </message>
  <message>
   <source>What may the new laptop do?</source>
   <translation>Que peut faire le nouvel ordinateur ?</translation>
  </message>
 </context>
 <context>
  <name>AddMember</name>
  <message>
   <source>Add a member</source>
   <translation>Ajouter un membre</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Ajouter un membre</translation>
  </message>
  <message>
   <source>Several skills or languages: put commas between them.</source>
   <translation>Plusieurs savoir-faire ou langues : séparez-les par des virgules.</translation>
  </message>
  <message>
   <source>They agreed that the circle keeps these details</source>
   <translation>La personne accepte que le cercle garde ces données</translation>
  </message>
  <message>
   <source>Under 18: please note their guardian and whom to call in an emergency.</source>
   <translation>Moins de 18 ans : veuillez noter le responsable légal et la personne à appeler en cas d’urgence.</translation>
  </message>
  <message>
   <source>{name} added</source>
   <translation>{name} : ajouté</translation>
  </message>
 </context>
 <context>
  <name>Allowed</name>
  <message>
   <source>Only a laptop that may run the circle can do this.</source>
   <translation>Seul un ordinateur qui peut mener le cercle peut le faire.</translation>
  </message>
  <message>
   <source>This laptop may look at everything and change nothing.</source>
   <translation>Cet ordinateur peut tout regarder et ne rien modifier.</translation>
  </message>
 </context>
 <context>
  <name>Apart</name>
  <message numerus="yes">
   <source>%n other thing(s) were written on two laptops at once</source>
   <translation>
    <numerusform>%n autre chose a été écrite sur deux ordinateurs à la fois</numerusform>
    <numerusform>%n autres choses ont été écrites sur deux ordinateurs à la fois</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) were written on two laptops at once</source>
   <translation>
    <numerusform>%n chose a été écrite sur deux ordinateurs à la fois</numerusform>
    <numerusform>%n choses ont été écrites sur deux ordinateurs à la fois</numerusform>
   </translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Voir</translation>
  </message>
  <message>
   <source>Show: {what}</source>
   <translation>Voir : {what}</translation>
  </message>
 </context>
 <context>
  <name>AroundTable</name>
  <message>
   <source>Asks</source>
   <translation>Demande</translation>
  </message>
  <message>
   <source>Circle</source>
   <translation>Cercle</translation>
  </message>
  <message>
   <source>Circles around us</source>
   <translation>Les cercles autour de nous</translation>
  </message>
  <message>
   <source>Join a hub</source>
   <translation>Rejoindre un serveur régional</translation>
  </message>
  <message>
   <source>No other circle heard of yet</source>
   <translation>Aucun autre cercle connu pour l’instant</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Propose</translation>
  </message>
  <message>
   <source>Plans</source>
   <translation>Prévoit</translation>
  </message>
  <message>
   <source>The other circles show nothing yet</source>
   <translation>Les autres cercles ne montrent encore rien</translation>
  </message>
  <message>
   <source>Through a hub, the circles of a region see what the others offer, also without a network later.</source>
   <translation>Par un serveur, les cercles d’une région voient ce que proposent les autres, même sans réseau ensuite.</translation>
  </message>
  <message>
   <source>What the circles of this hub offer and plan is seen here, also without a network later.</source>
   <translation>Ce que proposent et prévoient les cercles de ce serveur se voit ici, même plus tard sans réseau.</translation>
  </message>
 </context>
 <context>
  <name>Aside</name>
  <message>
   <source>It is saved. Give the file to an organizer.</source>
   <translation>C’est enregistré. Remettez le fichier à une personne qui mène le cercle.</translation>
  </message>
  <message>
   <source>Look at what is kept…</source>
   <translation>Voir ce qui est gardé…</translation>
  </message>
  <message>
   <source>Open invitations…</source>
   <translation>Invitations ouvertes…</translation>
  </message>
  <message>
   <source>Save what was not shared</source>
   <translation>Enregistrer ce qui n’a pas été partagé</translation>
  </message>
  <message>
   <source>Save what was not shared…</source>
   <translation>Enregistrer ce qui n’a pas été partagé…</translation>
  </message>
  <message>
   <source>Set aside from {name}…</source>
   <translation>Mis de côté de {name}…</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Clés (*.bundle)</translation>
  </message>
  <message>
   <source>Work that was left out…</source>
   <translation>Travail écarté…</translation>
  </message>
 </context>
 <context>
  <name>AsideCards</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n modification</numerusform>
    <numerusform>%n modifications</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) of this laptop do not count</source>
   <translation>
    <numerusform>%n modification de cet ordinateur ne compte pas</numerusform>
    <numerusform>%n modifications de cet ordinateur ne comptent pas</numerusform>
   </translation>
  </message>
  <message>
   <source>If that was none of you, shut it out and print a new sheet.</source>
   <translation>Si ce n’était aucun de vous, excluez-le et imprimez une nouvelle feuille.</translation>
  </message>
  <message>
   <source>It was one of us</source>
   <translation>C’était l’un de nous</translation>
  </message>
  <message>
   <source>Leave the sheet as it is</source>
   <translation>Laisser la feuille comme elle est</translation>
  </message>
  <message>
   <source>Look at it…</source>
   <translation>Regarder…</translation>
  </message>
  <message>
   <source>Look at what is kept…</source>
   <translation>Voir ce qui est gardé…</translation>
  </message>
  <message>
   <source>New sheet…</source>
   <translation>Nouvelle feuille…</translation>
  </message>
  <message>
   <source>Print a new sheet: it cancels the old one.</source>
   <translation>Imprimez une nouvelle feuille : elle annule l’ancienne.</translation>
  </message>
  <message>
   <source>Save what was not shared…</source>
   <translation>Enregistrer ce qui n’a pas été partagé…</translation>
  </message>
  <message>
   <source>Set aside from {name}</source>
   <translation>Mis de côté de {name}</translation>
  </message>
  <message>
   <source>Shut it out…</source>
   <translation>L’exclure…</translation>
  </message>
  <message>
   <source>The recovery sheet was used</source>
   <translation>La feuille de secours a été utilisée</translation>
  </message>
  <message>
   <source>The recovery sheet was used {day}: “{name}” runs the circle now.</source>
   <translation>La feuille de secours a été utilisée ({day}) : « {name} » mène désormais le cercle.</translation>
  </message>
  <message>
   <source>This laptop takes no part in the circle</source>
   <translation>Cet ordinateur ne participe pas au cercle</translation>
  </message>
  <message>
   <source>What it may do was changed meanwhile. Nothing is lost: an organizer can take them in.</source>
   <translation>Ce qu’il a le droit de faire a changé entre-temps. Rien n’est perdu : une personne qui mène le cercle peut les reprendre.</translation>
  </message>
  <message numerus="yes">
   <source>Work of %n laptop(s) was set aside</source>
   <translation>
    <numerusform>Le travail de %n ordinateur a été mis de côté</numerusform>
    <numerusform>Le travail de %n ordinateurs a été mis de côté</numerusform>
   </translation>
  </message>
  <message>
   <source>“{name}” came by the recovery sheet and is shut out; the sheet still opens the circle.</source>
   <translation>« {name} » est entré par la feuille de secours et est exclu ; la feuille ouvre toujours le cercle.</translation>
  </message>
 </context>
 <context>
  <name>AskAnew</name>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Phrase secrète</translation>
  </message>
  <message>
   <source>The passphrase is another one now</source>
   <translation>La phrase secrète n’est plus la même</translation>
  </message>
  <message>
   <source>Type it, and what you wanted goes on.</source>
   <translation>Tapez-la, et ce que vous vouliez faire continue.</translation>
  </message>
  <message>
   <source>Type the passphrase…</source>
   <translation>Taper la phrase secrète…</translation>
  </message>
 </context>
 <context>
  <name>AskPassphrase</name>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Phrase secrète</translation>
  </message>
  <message>
   <source>Type its passphrase to open it.</source>
   <translation>Tapez sa phrase secrète pour l’ouvrir.</translation>
  </message>
  <message>
   <source>Type the passphrase of this circle (that of the backup it came back from) to open it.</source>
   <translation>Tapez la phrase secrète de ce cercle (celle de la sauvegarde dont il revient) pour l’ouvrir.</translation>
  </message>
  <message>
   <source>{circle} is locked</source>
   <translation>{circle} est verrouillé</translation>
  </message>
 </context>
 <context>
  <name>AtTheDoor</name>
  <message>
   <source>It is busy at the moment. It comes to the front as soon as it is done.</source>
   <translation>Le programme est occupé pour le moment. Il passera au premier plan dès qu’il aura terminé.</translation>
  </message>
  <message>
   <source>Learning Circles is open already</source>
   <translation>Learning Circles est déjà ouvert</translation>
  </message>
 </context>
 <context>
  <name>Attendance</name>
  <message numerus="yes">
   <source>%n came to {title}.</source>
   <translation>
    <numerusform>%n personne est venue à {title}.</numerusform>
    <numerusform>%n personnes sont venues à {title}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more people without a name</source>
   <translation>
    <numerusform>%n personne sans nom de plus</numerusform>
    <numerusform>%n personnes sans nom de plus</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people without a name</source>
   <translation>
    <numerusform>%n personne sans nom</numerusform>
    <numerusform>%n personnes sans nom</numerusform>
   </translation>
  </message>
  <message>
   <source>A former member</source>
   <translation>Un ancien membre</translation>
  </message>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>First letters of a name, a guest’s name, or a number: then Enter</source>
   <translation>Premières lettres d’un nom, prénom d’une personne invitée ou nombre, puis Entrée</translation>
  </message>
  <message>
   <source>First name of a guest</source>
   <translation>Prénom d’une personne invitée</translation>
  </message>
  <message>
   <source>First name of a guest, then Enter</source>
   <translation>Prénom d’une personne invitée, puis Entrée</translation>
  </message>
  <message>
   <source>In the list: Space came, Minus did not come, Delete takes the mark back. Enter in the empty field ends.</source>
   <translation>Dans la liste : Espace = venu, Moins = pas venu, Suppr annule la marque. Entrée dans le champ vide termine.</translation>
  </message>
  <message>
   <source>Nothing is noted of {name}.</source>
   <translation>Rien n’est noté pour {name}.</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
  </message>
  <message>
   <source>People without a name</source>
   <translation>Personnes sans nom</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Who came</source>
   <translation>Qui est venu</translation>
  </message>
  <message>
   <source>Who came to {title}</source>
   <translation>Présents à {title}</translation>
  </message>
  <message>
   <source>Who came?</source>
   <translation>Qui est venu ?</translation>
  </message>
  <message>
   <source>{name} is here already.</source>
   <translation>{name} est déjà là.</translation>
  </message>
  <message>
   <source>{name} is here as a guest, not {meant}: Undo takes it back.</source>
   <translation>{name} est là comme invité, et non {meant} : « Annuler » le retire.</translation>
  </message>
  <message>
   <source>{name} is here as a guest.</source>
   <translation>{name} est là comme invité.</translation>
  </message>
  <message>
   <source>{name} is here as a guest. Several members are called so: is it one of them?</source>
   <translation>{name} est là comme invité. Plusieurs membres portent ce nom : est-ce l’un d’eux ?</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} est là.</translation>
  </message>
  <message>
   <source>{name} is not here.</source>
   <translation>{name} n’est pas là.</translation>
  </message>
  <message>
   <source>{name} is noted nowhere, and waits no more.</source>
   <translation>Rien n’est noté pour {name}, qui n’attend plus.</translation>
  </message>
  <message>
   <source>{title}: nobody noted yet.</source>
   <translation>{title} : personne n’est encore noté.</translation>
  </message>
 </context>
 <context>
  <name>AttendanceModel</name>
  <message numerus="yes">
   <source>%n people without a name</source>
   <translation>
    <numerusform>%n personne sans nom</numerusform>
    <numerusform>%n personnes sans nom</numerusform>
   </translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Venu</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Said</source>
   <translation>Réponse</translation>
  </message>
  <message>
   <source>{name} (guest)</source>
   <translation>{name} (invité)</translation>
  </message>
  <message>
   <source>{name}: a guest who is not in the list</source>
   <translation>{name} : personne invitée, pas dans la liste</translation>
  </message>
 </context>
 <context>
  <name>BackAgain</name>
  <message numerus="yes">
   <source>%n are back.</source>
   <translation>
    <numerusform>%n est de retour.</numerusform>
    <numerusform>%n sont de retour.</numerusform>
   </translation>
  </message>
  <message>
   <source>Opening balances stay undone.</source>
   <translation>Les soldes de départ restent annulés.</translation>
  </message>
  <message>
   <source>the opening balance of {hours} stays undone</source>
   <translation>le solde de départ de {hours} reste annulé</translation>
  </message>
  <message>
   <source>{title} is back</source>
   <translation>{title} est de retour</translation>
  </message>
 </context>
 <context>
  <name>Banner</name>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
 </context>
 <context>
  <name>Beginning</name>
  <message>
   <source>A first name is enough.</source>
   <translation>Un prénom suffit.</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Noter un échange</translation>
  </message>
  <message>
   <source>Sign up a guest</source>
   <translation>Inscrire une personne invitée</translation>
  </message>
  <message>
   <source>There is no meetup to sign up for.</source>
   <translation>Il n’y a pas de rencontre à laquelle s’inscrire.</translation>
  </message>
  <message>
   <source>There is no meetup today.</source>
   <translation>Il n’y a pas de rencontre aujourd’hui.</translation>
  </message>
  <message>
   <source>Touch the names of those who are here.</source>
   <translation>Touchez les noms des personnes présentes.</translation>
  </message>
  <message>
   <source>What would you like to write down?</source>
   <translation>Que souhaitez-vous noter ?</translation>
  </message>
  <message>
   <source>Who came today?</source>
   <translation>Qui est venu aujourd’hui ?</translation>
  </message>
  <message>
   <source>Who gave time, who received it, and how long it took.</source>
   <translation>Qui a donné du temps, qui en a reçu, et combien.</translation>
  </message>
 </context>
 <context>
  <name>BegunCards</name>
  <message numerus="yes">
   <source>%n thing(s) begun and not finished</source>
   <translation>
    <numerusform>%n chose commencée et non terminée</numerusform>
    <numerusform>%n choses commencées et non terminées</numerusform>
   </translation>
  </message>
  <message>
   <source>A new meetup</source>
   <translation>Une nouvelle rencontre</translation>
  </message>
  <message>
   <source>A new member</source>
   <translation>Un nouveau membre</translation>
  </message>
  <message>
   <source>A new offer</source>
   <translation>Une nouvelle offre</translation>
  </message>
  <message>
   <source>A new place</source>
   <translation>Un nouveau lieu</translation>
  </message>
  <message>
   <source>A new request</source>
   <translation>Une nouvelle demande</translation>
  </message>
  <message>
   <source>An exchange</source>
   <translation>Un échange</translation>
  </message>
  <message>
   <source>Changes to a meetup</source>
   <translation>Des modifications à une rencontre</translation>
  </message>
  <message>
   <source>Changes to a member</source>
   <translation>Des modifications à un membre</translation>
  </message>
  <message>
   <source>Changes to a place</source>
   <translation>Des modifications à un lieu</translation>
  </message>
  <message>
   <source>Changes to a request</source>
   <translation>Des modifications à une demande</translation>
  </message>
  <message>
   <source>Changes to an offer</source>
   <translation>Des modifications à une offre</translation>
  </message>
  <message>
   <source>Go on</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Go on with: {words}</source>
   <translation>Continuer : {words}</translation>
  </message>
  <message>
   <source>Not written down in the hall mode</source>
   <translation>Pas noté dans le mode salle</translation>
  </message>
  <message>
   <source>Opening balances</source>
   <translation>Soldes de départ</translation>
  </message>
  <message>
   <source>Our charter</source>
   <translation>Notre charte</translation>
  </message>
  <message numerus="yes">
   <source>Show %n more</source>
   <translation>
    <numerusform>Afficher %n de plus</numerusform>
    <numerusform>Afficher %n de plus</numerusform>
   </translation>
  </message>
  <message>
   <source>Something learned</source>
   <translation>Un acquis</translation>
  </message>
  <message>
   <source>Throw away</source>
   <translation>Abandonner</translation>
  </message>
 </context>
 <context>
  <name>Came</name>
  <message numerus="yes">
   <source>%n people are here by name.</source>
   <translation>
    <numerusform>%n personne est notée par son nom.</numerusform>
    <numerusform>%n personnes sont notées par leur nom.</numerusform>
   </translation>
  </message>
  <message>
   <source>Somebody who is not in the list…</source>
   <translation>Quelqu’un qui n’est pas dans la liste…</translation>
  </message>
  <message>
   <source>Who came today?</source>
   <translation>Qui est venu aujourd’hui ?</translation>
  </message>
  <message>
   <source>{name} is here already.</source>
   <translation>{name} est déjà là.</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} est là.</translation>
  </message>
  <message>
   <source>{name} is not here.</source>
   <translation>{name} n’est pas là.</translation>
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>Member since {month}</source>
   <translation>Membre depuis {month}</translation>
  </message>
  <message>
   <source>Number {number}</source>
   <translation>Numéro {number}</translation>
  </message>
 </context>
 <context>
  <name>CharterCard</name>
  <message>
   <source>Charter changed</source>
   <translation>Charte modifiée</translation>
  </message>
  <message>
   <source>Nothing is written yet. A laptop that may run the circle can.</source>
   <translation>Rien n’est encore écrit. Un ordinateur qui peut mener le cercle peut le faire.</translation>
  </message>
  <message>
   <source>Our charter</source>
   <translation>Notre charte</translation>
  </message>
 </context>
 <context>
  <name>CircleAround</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>What {circle} shows</source>
   <translation>Ce que montre {circle}</translation>
  </message>
 </context>
 <context>
  <name>Closing</name>
  <message>
   <source>As soon as it can be kept it is, and the window closes by itself.</source>
   <translation>Dès que cela peut être conservé, cela l’est, et la fenêtre se ferme d’elle-même.</translation>
  </message>
  <message>
   <source>As soon as it can be kept it is, and then you are asked about the rest.</source>
   <translation>Dès que cela peut être conservé, cela l’est, et la question vous est alors posée pour le reste.</translation>
  </message>
  <message>
   <source>As soon as that circle is open, and it can be kept, it is.</source>
   <translation>Dès que ce cercle est ouvert et que cela peut être conservé, cela l’est.</translation>
  </message>
  <message>
   <source>Close and lose it</source>
   <translation>Fermer et le perdre</translation>
  </message>
  <message>
   <source>Close, and lose what you typed?</source>
   <translation>Fermer, et perdre ce que vous avez tapé ?</translation>
  </message>
  <message>
   <source>What would be lost: {words}.</source>
   <translation>Ce qui serait perdu : {words}.</translation>
  </message>
  <message>
   <source>What you typed in {circle} is in this program alone, and not kept.</source>
   <translation>Ce que vous avez tapé dans {circle} n’est que dans ce programme, et n’est pas conservé.</translation>
  </message>
 </context>
 <context>
  <name>Columns</name>
  <message>
   <source>As they were at first</source>
   <translation>Comme au début</translation>
  </message>
  <message>
   <source>Columns</source>
   <translation>Colonnes</translation>
  </message>
  <message>
   <source>Fit to contents</source>
   <translation>Ajuster au contenu</translation>
  </message>
  <message>
   <source>Move left</source>
   <translation>Déplacer à gauche</translation>
  </message>
  <message>
   <source>Move right</source>
   <translation>Déplacer à droite</translation>
  </message>
  <message>
   <source>Narrower</source>
   <translation>Plus étroite</translation>
  </message>
  <message>
   <source>Order and width</source>
   <translation>Ordre et largeur</translation>
  </message>
  <message>
   <source>Wider</source>
   <translation>Plus large</translation>
  </message>
  <message>
   <source>{column} (no room)</source>
   <translation>{column} (pas la place)</translation>
  </message>
 </context>
 <context>
  <name>Coming</name>
  <message>
   <source>Nobody has said yet whether they come.</source>
   <translation>Personne n’a encore dit s’il vient.</translation>
  </message>
  <message>
   <source>Who means to come to {title}</source>
   <translation>Qui pense venir à {title}</translation>
  </message>
 </context>
 <context>
  <name>Commands</name>
  <message>
   <source>Menu</source>
   <translation>Menu</translation>
  </message>
 </context>
 <context>
  <name>CommunityPage</name>
  <message numerus="yes">
   <source>%n active member(s)</source>
   <translation>
    <numerusform>%n membre actif</numerusform>
    <numerusform>%n membres actifs</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a place</source>
   <translation>Ajouter un lieu</translation>
  </message>
  <message>
   <source>Community</source>
   <translation>Communauté</translation>
  </message>
  <message>
   <source>Print the five sectors</source>
   <translation>Imprimer les cinq secteurs</translation>
  </message>
 </context>
 <context>
  <name>Consents</name>
  <message>
   <source>How they say yes now; what they had agreed to before stays as it was.</source>
   <translation>Comment l’accord est donné maintenant ; ce qui a été accepté avant reste tel quel.</translation>
  </message>
  <message>
   <source>In the words of {name}, as on a form to sign:</source>
   <translation>Avec les mots de {name}, comme sur un formulaire à signer :</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Noter</translation>
  </message>
  <message>
   <source>Noted what {name} agreed to</source>
   <translation>Les accords de {name} sont notés</translation>
  </message>
  <message>
   <source>Until when: {purpose}</source>
   <translation>Jusqu’à quand : {purpose}</translation>
  </message>
  <message>
   <source>What {name} agreed to</source>
   <translation>Accords de {name}</translation>
  </message>
  <message>
   <source>Without “Publish my listing” a listing is shown without a name.</source>
   <translation>Sans « Publier mon annonce », une annonce est montrée sans nom.</translation>
  </message>
  <message>
   <source>agreed</source>
   <translation>accord donné</translation>
  </message>
  <message>
   <source>ended on {day}</source>
   <translation>terminé le {day}</translation>
  </message>
  <message>
   <source>no</source>
   <translation>non</translation>
  </message>
  <message>
   <source>no end</source>
   <translation>sans fin</translation>
  </message>
  <message>
   <source>no, since {day}</source>
   <translation>non, depuis le {day}</translation>
  </message>
  <message>
   <source>not asked yet</source>
   <translation>pas encore demandé</translation>
  </message>
  <message>
   <source>since {day}</source>
   <translation>depuis le {day}</translation>
  </message>
 </context>
 <context>
  <name>DateEditor</name>
  <message>
   <source>Choose the day</source>
   <translation>Choisir le jour</translation>
  </message>
  <message>
   <source>such as {day}</source>
   <translation>par exemple {day}</translation>
  </message>
 </context>
 <context>
  <name>DaysTable</name>
  <message>
   <source>Days of the week</source>
   <translation>Jours de la semaine</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Mois</translation>
  </message>
 </context>
 <context>
  <name>Dialog</name>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>What you typed is not saved. Close this once more to throw it away.</source>
   <translation>Ce que vous avez saisi n’est pas enregistré. Fermez encore une fois pour l’effacer.</translation>
  </message>
 </context>
 <context>
  <name>Dossier</name>
  <message>
   <source>As of {day}</source>
   <translation>Au {day}</translation>
  </message>
  <message>
   <source>History</source>
   <translation>Historique</translation>
  </message>
  <message>
   <source>Hour balance</source>
   <translation>Solde d’heures</translation>
  </message>
  <message>
   <source>Mentioned elsewhere</source>
   <translation>Mentions ailleurs</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>Removed, but kept in the journal</source>
   <translation>Supprimé, mais conservé dans le journal</translation>
  </message>
  <message>
   <source>What {circle} holds on {name}</source>
   <translation>Ce que {circle} conserve sur {name}</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Oui</translation>
  </message>
  <message>
   <source>a laptop without a name</source>
   <translation>un ordinateur sans nom</translation>
  </message>
  <message>
   <source>in person</source>
   <translation>en personne</translation>
  </message>
 </context>
 <context>
  <name>DoubleCards</name>
  <message numerus="yes">
   <source>%n exchange(s) probably recorded twice</source>
   <translation>
    <numerusform>%n échange probablement noté deux fois</numerusform>
    <numerusform>%n échanges probablement notés deux fois</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pair(s) of members who may be one person</source>
   <translation>
    <numerusform>%n paire de membres qui sont peut-être une seule personne</numerusform>
    <numerusform>%n paires de membres qui pourraient être une seule et même personne</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) that merged records say differently</source>
   <translation>
    <numerusform>%n chose que des fiches réunies disent autrement</numerusform>
    <numerusform>%n choses que des fiches réunies disent autrement</numerusform>
   </translation>
  </message>
  <message>
   <source>Both stay</source>
   <translation>Les deux restent</translation>
  </message>
  <message>
   <source>Different</source>
   <translation>Différents</translation>
  </message>
  <message>
   <source>Each record has another one.</source>
   <translation>Chaque fiche en indique une autre valeur.</translation>
  </message>
  <message>
   <source>Is this the same exchange? {provider} gave {receiver} {hours} on {day}, and {other_hours}.</source>
   <translation>Est-ce le même échange ? {provider} a donné {hours} à {receiver} le {day}, et {other_hours}.</translation>
  </message>
  <message>
   <source>Look at both…</source>
   <translation>Voir les deux…</translation>
  </message>
  <message numerus="yes">
   <source>More than %n pair(s) of members who may be one person</source>
   <translation>
    <numerusform>Plus de %n paire de membres qui sont peut-être une seule personne</numerusform>
    <numerusform>Plus de %n paires de membres qui pourraient être une seule et même personne</numerusform>
   </translation>
  </message>
  <message>
   <source>Same</source>
   <translation>Le même</translation>
  </message>
  <message>
   <source>Settled. The other laptops follow once they share.</source>
   <translation>Réglé. Les autres ordinateurs suivront quand ils partageront.</translation>
  </message>
  <message>
   <source>Settling what is asked</source>
   <translation>Réponse aux questions</translation>
  </message>
  <message>
   <source>Take everything of {laptop}</source>
   <translation>Tout prendre de {laptop}</translation>
  </message>
  <message>
   <source>The later one is gone</source>
   <translation>Le plus récent est retiré</translation>
  </message>
  <message>
   <source>Which address is right for {name}?</source>
   <translation>Quelle adresse est la bonne pour {name} ?</translation>
  </message>
  <message>
   <source>Which e-mail is right for {name}?</source>
   <translation>Quelle adresse électronique est la bonne pour {name} ?</translation>
  </message>
  <message>
   <source>Which telephone is right for {name}?</source>
   <translation>Quel téléphone est le bon pour {name} ?</translation>
  </message>
  <message>
   <source>Who is to be called for {name} in an emergency?</source>
   <translation>Qui appeler pour {name} en cas d’urgence ?</translation>
  </message>
  <message>
   <source>the other laptop</source>
   <translation>l’autre ordinateur</translation>
  </message>
 </context>
 <context>
  <name>Drafting</name>
  <message>
   <source>Go on with it</source>
   <translation>Continuer</translation>
  </message>
  <message numerus="yes">
   <source>One of %n that are begun and not finished.</source>
   <translation>
    <numerusform>L’un de %n qui sont commencés et pas terminés.</numerusform>
    <numerusform>L’un des %n qui sont commencés et pas terminés.</numerusform>
   </translation>
  </message>
  <message>
   <source>Show another</source>
   <translation>En montrer un autre</translation>
  </message>
  <message>
   <source>Somebody was erased whom the open form spoke of: what stood in it is gone with them.</source>
   <translation>Une personne dont parlait le formulaire ouvert a été effacée : ce qui s’y trouvait a disparu avec elle.</translation>
  </message>
  <message>
   <source>Throw it away</source>
   <translation>L’abandonner</translation>
  </message>
  <message>
   <source>You had begun this on {when}: {words}</source>
   <translation>Vous aviez commencé ceci le {when} : {words}</translation>
  </message>
 </context>
 <context>
  <name>Edited</name>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Modifier</translation>
  </message>
  <message>
   <source>{field} was not changed. {sentence} What you typed is kept as soon as there is room.</source>
   <translation>{field} n’a pas été modifié. {sentence} Ce que vous avez tapé sera conservé dès qu’il y aura de la place.</translation>
  </message>
  <message>
   <source>{field} was not changed. {sentence} What you typed is kept, and offered on Today.</source>
   <translation>{field} n’a pas été modifié. {sentence} Ce que vous avez tapé est conservé et proposé dans « Aujourd’hui ».</translation>
  </message>
 </context>
 <context>
  <name>EndingConsents</name>
  <message numerus="yes">
   <source>Consents of %n people have ended, or will within a month</source>
   <translation>
    <numerusform>Les accords de %n personne ont pris fin, ou prendront fin d’ici un mois</numerusform>
    <numerusform>Les accords de %n personnes ont pris fin, ou prendront fin d’ici un mois</numerusform>
   </translation>
  </message>
  <message>
   <source>Show this person</source>
   <translation>Montrer cette personne</translation>
  </message>
  <message>
   <source>ended {day}</source>
   <translation>terminé le {day}</translation>
  </message>
 </context>
 <context>
  <name>EraseMember</name>
  <message numerus="yes">
   <source>%n exchange(s) with others stay, but their notes go, and who confirmed them.</source>
   <translation>
    <numerusform>%n échange avec d’autres reste, mais sans ses notes ni qui l’a confirmé.</numerusform>
    <numerusform>%n échanges avec d’autres restent, mais sans leurs notes ni qui les a confirmés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n form(s) that are begun and not finished are dropped: finish what you need first.</source>
   <translation>
    <numerusform>%n formulaire commencé et non terminé disparaît aussi : terminez d’abord ce dont vous avez besoin.</numerusform>
    <numerusform>%n formulaires commencés et non terminés disparaissent aussi : terminez d’abord ce dont vous avez besoin.</numerusform>
   </translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Erase</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <source>Erase everything about {name}?</source>
   <translation>Effacer tout ce qui concerne {name} ?</translation>
  </message>
  <message>
   <source>Erased. Other laptops follow when they share.</source>
   <translation>Effacé. Les autres ordinateurs suivent dès qu’ils partagent.</translation>
  </message>
  <message>
   <source>Erasing</source>
   <translation>Effacement</translation>
  </message>
  <message>
   <source>It is done as soon as this laptop has shared with the hub.</source>
   <translation>Ce sera fait dès que cet ordinateur aura partagé avec le serveur.</translation>
  </message>
  <message>
   <source>It is done as soon as this laptop has shared, by a stick or beside it, with the laptop that keeps the list of laptops.</source>
   <translation>Ce sera fait dès que cet ordinateur aura partagé, par une clé ou à côté de lui, avec l’ordinateur qui tient la liste des ordinateurs.</translation>
  </message>
  <message>
   <source>Looking for what else speaks of {name}…</source>
   <translation>Recherche de ce qui parle aussi de {name}…</translation>
  </message>
  <message>
   <source>Name, contact, notes, consents and listings go from this laptop, from the hub and from every other laptop as soon as it shares, also out of the history. Hours and attendance stay as figures without a name. This cannot be undone.</source>
   <translation>Le nom, les coordonnées, les notes, les consentements et les annonces disparaissent de cet ordinateur, du serveur et de chaque autre ordinateur dès qu’il partage, y compris de l’historique. Les heures et les présences restent comme des chiffres sans nom. C’est définitif.</translation>
  </message>
  <message>
   <source>Nothing changes in what is written of others.</source>
   <translation>Rien ne change dans ce qui est écrit sur les autres.</translation>
  </message>
  <message>
   <source>Please destroy these copies as well:</source>
   <translation>Veuillez détruire aussi ces copies :</translation>
  </message>
  <message>
   <source>Some words go only once {laptop} has shared the rest of an earlier erasure, or is shut out.</source>
   <translation>Certains mots ne disparaissent qu’une fois que {laptop} a partagé le reste d’un effacement précédent, ou est exclu.</translation>
  </message>
  <message>
   <source>This changes in what is written of others:</source>
   <translation>Voici ce qui change dans ce qui est écrit sur les autres :</translation>
  </message>
  <message>
   <source>This stays as it is, and perhaps tells of them. Please reword it where it does:</source>
   <translation>Ceci reste tel quel et parle peut-être de cette personne. Reformulez-le si c’est le cas :</translation>
  </message>
  <message>
   <source>Yes, erase {name} for good</source>
   <translation>Oui, effacer {name} définitivement</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>taken out</source>
   <translation>retiré</translation>
  </message>
  <message>
   <source>“{words}” stays: somebody else has it too.</source>
   <translation>« {words} » reste : quelqu’un d’autre l’a aussi.</translation>
  </message>
 </context>
 <context>
  <name>EveningForm</name>
  <message>
   <source>Somebody was erased, and it is nobody who waits here.</source>
   <translation>Une personne a été effacée ; elle n’est pas parmi celles qui attendent ici.</translation>
  </message>
  <message>
   <source>Somebody was erased. Guests who waited may be that person, and are gone: note the others again.</source>
   <translation>Une personne a été effacée. C’est peut-être l’une des personnes invitées qui attendaient : elles ne sont plus là, notez de nouveau les autres.</translation>
  </message>
  <message>
   <source>Somebody was erased: what waited of them is gone with them.</source>
   <translation>Une personne a été effacée : ce qui attendait d’elle a disparu avec elle.</translation>
  </message>
 </context>
 <context>
  <name>EveningNotes</name>
  <message>
   <source>Leave without noting them</source>
   <translation>Partir sans les noter</translation>
  </message>
  <message>
   <source>Not written down yet: {names}.</source>
   <translation>Pas encore noté : {names}.</translation>
  </message>
  <message>
   <source>Not written down: {names}. Close this once more to give them up.</source>
   <translation>Pas noté : {names}. Fermez encore une fois pour y renoncer.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>What you typed is not saved. Close this once more to throw it away.</source>
   <translation>Ce que vous avez saisi n’est pas enregistré. Fermez encore une fois pour l’effacer.</translation>
  </message>
 </context>
 <context>
  <name>EveryPair</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Look at both…</source>
   <translation>Voir les deux…</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EveryUntold</name>
  <message numerus="yes">
   <source>%n address(es) copied</source>
   <translation>
    <numerusform>%n adresse copiée</numerusform>
    <numerusform>%n adresses copiées</numerusform>
   </translation>
  </message>
  <message>
   <source>Copy e-mail addresses</source>
   <translation>Copier les adresses électroniques</translation>
  </message>
 </context>
 <context>
  <name>ExchangeLists</name>
  <message>
   <source>Offers and requests</source>
   <translation>Offres et demandes</translation>
  </message>
  <message>
   <source>Time exchanged</source>
   <translation>Temps échangé</translation>
  </message>
  <message>
   <source>Which list</source>
   <translation>Quelle liste</translation>
  </message>
  <message>
   <source>{count} under “{list}”.</source>
   <translation>{count} sous « {list} ».</translation>
  </message>
 </context>
 <context>
  <name>Exchanges</name>
  <message numerus="yes">
   <source>%n request(s) are open again.</source>
   <translation>
    <numerusform>%n demande est de nouveau ouverte.</numerusform>
    <numerusform>%n demandes sont de nouveau ouvertes.</numerusform>
   </translation>
  </message>
  <message>
   <source>It is dated {day}, which is still to come.</source>
   <translation>Il est daté du {day}, qui est encore à venir.</translation>
  </message>
  <message>
   <source>The request is fulfilled.</source>
   <translation>La demande est réalisée.</translation>
  </message>
  <message>
   <source>The request is open again.</source>
   <translation>La demande est de nouveau ouverte.</translation>
  </message>
 </context>
 <context>
  <name>ExchangesPage</name>
  <message>
   <source>Add a request</source>
   <translation>Ajouter une demande</translation>
  </message>
  <message>
   <source>Add an offer</source>
   <translation>Ajouter une offre</translation>
  </message>
  <message>
   <source>Exchanges</source>
   <translation>Échanges</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Offres</translation>
  </message>
  <message>
   <source>Opening balances…</source>
   <translation>Soldes de départ…</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Imprimer</translation>
  </message>
  <message>
   <source>Print the noticeboard sheet</source>
   <translation>Imprimer la feuille d’affichage</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Noter un échange</translation>
  </message>
  <message>
   <source>Requests</source>
   <translation>Demandes</translation>
  </message>
  <message>
   <source>Search exchanges</source>
   <translation>Rechercher des échanges</translation>
  </message>
  <message>
   <source>Search names, topics and titles</source>
   <translation>Rechercher noms, sujets et titres</translation>
  </message>
  <message>
   <source>offers and requests that have ended</source>
   <translation>offres et demandes terminées</translation>
  </message>
 </context>
 <context>
  <name>Eye</name>
  <message>
   <source>Hide the letters</source>
   <translation>Masquer les lettres</translation>
  </message>
  <message>
   <source>Show the letters</source>
   <translation>Montrer les lettres</translation>
  </message>
 </context>
 <context>
  <name>Farewell</name>
  <message>
   <source>Backup</source>
   <translation>Sauvegarde</translation>
  </message>
  <message>
   <source>Export</source>
   <translation>Export</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Impression</translation>
  </message>
  <message>
   <source>Stick</source>
   <translation>Clé USB</translation>
  </message>
 </context>
 <context>
  <name>Fetched</name>
  <message>
   <source>Open {name}</source>
   <translation>Ouvrir {name}</translation>
  </message>
  <message>
   <source>Sharing brings what is still missing. In the list of laptops this one stands under a new name, since nobody knows how far the old one had come.</source>
   <translation>Le partage apporte ce qui manque encore. Dans la liste des ordinateurs, celui-ci figure sous un nouveau nom, car personne ne sait jusqu’où l’ancien était allé.</translation>
  </message>
  <message>
   <source>The damaged file is kept beside it: {file}</source>
   <translation>Le fichier endommagé est gardé à côté : {file}</translation>
  </message>
  <message>
   <source>The list of laptops in the damaged file cannot be read as a whole: who was erased, or shut out, after the backup was made may be there again. Look, and do it again where it is so.</source>
   <translation>La liste des ordinateurs dans le fichier endommagé ne peut pas être lue en entier : les personnes effacées ou les ordinateurs exclus après la sauvegarde peuvent être de nouveau là. Vérifiez, et recommencez si c’est le cas.</translation>
  </message>
  <message>
   <source>{name} is here again</source>
   <translation>{name} est de nouveau là</translation>
  </message>
 </context>
 <context>
  <name>FieldCodeEditor</name>
  <message>
   <source>such as {name}</source>
   <translation>par exemple {name}</translation>
  </message>
 </context>
 <context>
  <name>Files</name>
  <message>
   <source>All files (*)</source>
   <translation>Tous les fichiers (*)</translation>
  </message>
 </context>
 <context>
  <name>Filters</name>
  <message>
   <source>Take the filter off</source>
   <translation>Enlever le filtre</translation>
  </message>
  <message>
   <source>The filter shows only: {filter}</source>
   <translation>Le filtre ne montre que : {filter}</translation>
  </message>
 </context>
 <context>
  <name>Find</name>
  <message>
   <source>Find</source>
   <translation>Trouver</translation>
  </message>
  <message>
   <source>Find a person, an offer, a meetup, or something to do</source>
   <translation>Trouver une personne, une offre, une rencontre ou quelque chose à faire</translation>
  </message>
  <message>
   <source>Nothing was found for “{words}”</source>
   <translation>Rien trouvé pour « {words} »</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>Publié</translation>
  </message>
  <message>
   <source>Try the first letters of a name</source>
   <translation>Essayez les premières lettres d’un nom</translation>
  </message>
  <message>
   <source>What was found</source>
   <translation>Ce qui a été trouvé</translation>
  </message>
  <message>
   <source>{kind} of {circle}</source>
   <translation>{kind} de {circle}</translation>
  </message>
  <message>
   <source>↑ ↓ to choose, Enter to open, Esc to close</source>
   <translation>↑ ↓ pour choisir, Entrée pour ouvrir, Échap pour fermer</translation>
  </message>
 </context>
 <context>
  <name>FindSomeone</name>
  <message>
   <source>Find someone for “{title}”</source>
   <translation>Trouver quelqu’un pour « {title} »</translation>
  </message>
  <message>
   <source>Propose</source>
   <translation>Proposer</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Quelqu’un d’autre</translation>
  </message>
  <message>
   <source>Until then the request is matched; on that day Today asks whether it took place.</source>
   <translation>D’ici là, la demande est pourvue ; ce jour-là, la page Aujourd’hui demandera si cela a eu lieu.</translation>
  </message>
  <message>
   <source>can help with {topic}</source>
   <translation>sait : {topic}</translation>
  </message>
  <message>
   <source>offers “{title}”</source>
   <translation>propose « {title} »</translation>
  </message>
  <message>
   <source>{name} asks for it. Nobody in the circle offers it yet.</source>
   <translation>{name} le demande. Personne ne le propose encore dans le cercle.</translation>
  </message>
  <message>
   <source>{name} asks for it. Who could help?</source>
   <translation>{name} le demande. Qui pourrait aider ?</translation>
  </message>
  <message>
   <source>{name} is proposed to {asker}</source>
   <translation>{name} est proposé(e) à {asker}</translation>
  </message>
  <message>
   <source>{name}: {detail}</source>
   <translation>{name} : {detail}</translation>
  </message>
 </context>
 <context>
  <name>FirstDraft</name>
  <message>
   <source>Not all that you typed is kept. Closed once more, the rest is thrown away.</source>
   <translation>Une partie de ce que vous avez saisi n’est pas gardée. Fermez encore une fois pour l’effacer.</translation>
  </message>
  <message>
   <source>The passphrase is not set: nothing has begun yet. Close this once more to throw it away.</source>
   <translation>La phrase secrète n’est pas fixée : rien n’a encore commencé. Fermez encore une fois pour l’effacer.</translation>
  </message>
  <message>
   <source>What you typed is not saved. Once more Cancel or Escape throws it away.</source>
   <translation>Ce que vous avez saisi n’est pas enregistré. Encore une fois Annuler ou Échap l’efface.</translation>
  </message>
 </context>
 <context>
  <name>FirstKeys</name>
  <message>
   <source>Ask for a passphrase each time it is opened</source>
   <translation>Demander une phrase secrète à chaque ouverture</translation>
  </message>
  <message>
   <source>Everything is kept encrypted on this laptop. Nothing leaves it until you share.</source>
   <translation>Tout est gardé chiffré sur cet ordinateur. Rien n’en sort avant que vous partagiez.</translation>
  </message>
  <message>
   <source>If the circle was locked when the backup was made, it stays locked with the passphrase of the backup, unless you give it another one here.</source>
   <translation>Si le cercle était verrouillé au moment de la sauvegarde, il le reste, avec la phrase secrète de la sauvegarde, sauf si vous lui en donnez une autre ici.</translation>
  </message>
  <message>
   <source>Nobody can restore a forgotten passphrase: only the recovery sheet opens the circle again.</source>
   <translation>Personne ne peut retrouver une phrase secrète oubliée : seule la feuille de secours rouvre le cercle.</translation>
  </message>
  <message>
   <source>Passphrase (at least 8 letters)</source>
   <translation>Phrase secrète (au moins 8 lettres)</translation>
  </message>
  <message>
   <source>The same once more</source>
   <translation>La même encore une fois</translation>
  </message>
  <message>
   <source>The two passphrases are not the same.</source>
   <translation>Les deux phrases secrètes ne sont pas les mêmes.</translation>
  </message>
  <message>
   <source>Who may open it?</source>
   <translation>Qui peut l’ouvrir ?</translation>
  </message>
  <message>
   <source>Without the recovery sheet the circle is lost on this laptop if the passphrase is forgotten.</source>
   <translation>Sans la feuille de secours, le cercle est perdu sur cet ordinateur si la phrase secrète est oubliée.</translation>
  </message>
 </context>
 <context>
  <name>FirstNames</name>
  <message>
   <source>Choose the file…</source>
   <translation>Choisir le fichier…</translation>
  </message>
  <message>
   <source>File on a stick</source>
   <translation>Fichier sur une clé</translation>
  </message>
  <message>
   <source>File on a stick, where there is no network (may be left empty)</source>
   <translation>Fichier sur une clé, s’il n’y a pas de réseau (peut rester vide)</translation>
  </message>
  <message>
   <source>Invitation (it begins with learningcircles://join/)</source>
   <translation>Invitation (elle commence par learningcircles://join/)</translation>
  </message>
  <message>
   <source>Join a circle</source>
   <translation>Rejoindre un cercle</translation>
  </message>
  <message>
   <source>Name of the circle</source>
   <translation>Nom du cercle</translation>
  </message>
  <message>
   <source>Pictures, PDFs and texts ({endings})</source>
   <translation>Images, PDF et textes ({endings})</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Clés (*.bundle)</translation>
  </message>
  <message>
   <source>Take it from a picture or a file…</source>
   <translation>La prendre dans une image ou un fichier…</translation>
  </message>
  <message>
   <source>The invitation</source>
   <translation>L’invitation</translation>
  </message>
  <message>
   <source>What this laptop is called</source>
   <translation>Nom de cet ordinateur</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Votre nom</translation>
  </message>
  <message>
   <source>Your new circle</source>
   <translation>Votre nouveau cercle</translation>
  </message>
 </context>
 <context>
  <name>FirstRun</name>
  <message>
   <source>A circle made up for trying things out. Nothing you do there matters.</source>
   <translation>Un cercle inventé pour essayer. Rien de ce que vous y faites ne compte.</translation>
  </message>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Commencer</translation>
  </message>
  <message>
   <source>Begin a new circle</source>
   <translation>Commencer un nouveau cercle</translation>
  </message>
  <message>
   <source>Cancel</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Cancelled. Nothing was begun.</source>
   <translation>Annulé. Rien n’a été commencé.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Get a circle back</source>
   <translation>Retrouver un cercle</translation>
  </message>
  <message>
   <source>How would you like to begin?</source>
   <translation>Comment voulez-vous commencer ?</translation>
  </message>
  <message>
   <source>It is being made</source>
   <translation>Création en cours</translation>
  </message>
  <message>
   <source>Join a circle</source>
   <translation>Rejoindre un cercle</translation>
  </message>
  <message>
   <source>Look at the sample</source>
   <translation>Regarder l’exemple</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un instant…</translation>
  </message>
  <message>
   <source>Please fill in “{label}”.</source>
   <translation>Veuillez remplir « {label} ».</translation>
  </message>
  <message>
   <source>This laptop runs it. Others can join later.</source>
   <translation>Cet ordinateur le mène. D’autres pourront le rejoindre.</translation>
  </message>
  <message>
   <source>Trying what opens the backup</source>
   <translation>La sauvegarde est essayée</translation>
  </message>
  <message>
   <source>Welcome to Learning Circles</source>
   <translation>Bienvenue dans Learning Circles</translation>
  </message>
  <message>
   <source>Which language would you like to use? It can be changed at any time.</source>
   <translation>Quelle langue voulez-vous utiliser ? Elle peut être changée à tout moment.</translation>
  </message>
  <message>
   <source>You have an invitation from somebody who is in it.</source>
   <translation>Vous avez une invitation de quelqu’un qui en fait partie.</translation>
  </message>
  <message>
   <source>You have its recovery sheet, or a backup.</source>
   <translation>Vous avez sa feuille de secours, ou une sauvegarde.</translation>
  </message>
 </context>
 <context>
  <name>FirstSheet</name>
  <message>
   <source>24 words on paper that bring the circle back. You may skip it: until there is a sheet, a lost laptop is a lost circle, and Today reminds you.</source>
   <translation>24 mots sur papier qui font revenir le cercle. Vous pouvez passer cette étape : tant qu’il n’y a pas de feuille, un ordinateur perdu est un cercle perdu, et « Aujourd’hui » vous le rappelle.</translation>
  </message>
  <message>
   <source>If this laptop is lost</source>
   <translation>Si cet ordinateur est perdu</translation>
  </message>
  <message>
   <source>Make the recovery sheet now, to print or to save</source>
   <translation>Faire maintenant la feuille de secours, à imprimer ou à enregistrer</translation>
  </message>
 </context>
 <context>
  <name>Form</name>
  <message>
   <source>Meanwhile this was changed elsewhere. What you type takes its place.</source>
   <translation>Entre-temps, ceci a été modifié ailleurs. Ce que vous tapez prendra sa place.</translation>
  </message>
  <message>
   <source>Meanwhile “{value}” was written here elsewhere. What you type takes its place.</source>
   <translation>Entre-temps, « {value} » a été écrit ici ailleurs. Ce que vous tapez prendra sa place.</translation>
  </message>
 </context>
 <context>
  <name>GetBack</name>
  <message>
   <source>1. The recovery sheet</source>
   <translation>1. La feuille de secours</translation>
  </message>
  <message>
   <source>2. Where the circle’s records are</source>
   <translation>2. Où se trouvent les données du cercle</translation>
  </message>
  <message>
   <source>3. You and this laptop</source>
   <translation>3. Vous et cet ordinateur</translation>
  </message>
  <message>
   <source>A stick or a backup</source>
   <translation>Une clé ou une sauvegarde</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Choisir le fichier…</translation>
  </message>
  <message>
   <source>Get a circle back</source>
   <translation>Retrouver un cercle</translation>
  </message>
  <message>
   <source>In a file: from a stick, or a backup</source>
   <translation>Dans un fichier : d’une clé USB, ou une sauvegarde</translation>
  </message>
  <message>
   <source>Its 24 words. With a backup and its passphrase, leave this empty.</source>
   <translation>Ses 24 mots. Avec une sauvegarde et sa phrase secrète, laissez ce champ vide.</translation>
  </message>
  <message>
   <source>On the circle’s hub</source>
   <translation>Sur le serveur du cercle</translation>
  </message>
  <message>
   <source>Pictures, PDFs and texts ({endings})</source>
   <translation>Images, PDF et textes ({endings})</translation>
  </message>
  <message>
   <source>Sticks and backups ({endings})</source>
   <translation>Clés et sauvegardes ({endings})</translation>
  </message>
  <message>
   <source>Take it from a picture or a file…</source>
   <translation>La prendre d’une photo ou d’un fichier…</translation>
  </message>
  <message>
   <source>The 24 words of its recovery sheet</source>
   <translation>Les 24 mots de sa feuille de secours</translation>
  </message>
  <message>
   <source>The circle has no hub, or it is gone for good: this laptop keeps its list of laptops</source>
   <translation>Le cercle n’a pas de serveur, ou il a disparu pour de bon : cet ordinateur tient désormais la liste de ses ordinateurs</translation>
  </message>
  <message>
   <source>The file of the stick, or the backup</source>
   <translation>Le fichier de la clé, ou la sauvegarde</translation>
  </message>
  <message>
   <source>The hub’s address, printed on the sheet. A photo of its code brings it along.</source>
   <translation>L’adresse du serveur, imprimée sur la feuille. Une photo de son code la donne aussi.</translation>
  </message>
  <message>
   <source>The passphrase of the backup, if it has one</source>
   <translation>La phrase secrète de la sauvegarde, si elle en a une</translation>
  </message>
  <message>
   <source>The recovery sheet</source>
   <translation>La feuille de secours</translation>
  </message>
  <message>
   <source>What this laptop is called</source>
   <translation>Nom de cet ordinateur</translation>
  </message>
  <message>
   <source>Your name</source>
   <translation>Votre nom</translation>
  </message>
 </context>
 <context>
  <name>Guest</name>
  <message>
   <source>Choose what they come to.</source>
   <translation>Choisissez à quoi la personne vient.</translation>
  </message>
  <message>
   <source>Everybody needs a first name here. Type those who have one.</source>
   <translation>Ici, il faut un prénom pour chaque personne. Tapez ceux que vous connaissez.</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>Prénom</translation>
  </message>
  <message>
   <source>Guests are noted by first names alone.</source>
   <translation>Les personnes invitées sont notées par leur seul prénom.</translation>
  </message>
  <message>
   <source>One by one: {names}.</source>
   <translation>Chacun à part : {names}.</translation>
  </message>
  <message>
   <source>One or two people? That is asked.</source>
   <translation>Une ou deux personnes ? La question sera posée.</translation>
  </message>
  <message>
   <source>Only “{name}” is written down: guests are noted by first names alone.</source>
   <translation>Seul « {name} » est noté : les personnes invitées sont notées par leur seul prénom.</translation>
  </message>
  <message>
   <source>Sign up</source>
   <translation>Inscrire</translation>
  </message>
  <message>
   <source>There is no meetup now.</source>
   <translation>Il n’y a pas de rencontre en ce moment.</translation>
  </message>
  <message>
   <source>They are here</source>
   <translation>Cette personne est là</translation>
  </message>
  <message>
   <source>What do they come to?</source>
   <translation>À quoi vient cette personne ?</translation>
  </message>
  <message>
   <source>Who else came?</source>
   <translation>Qui d’autre est venu ?</translation>
  </message>
  <message>
   <source>Who would like to come?</source>
   <translation>Qui souhaite venir ?</translation>
  </message>
 </context>
 <context>
  <name>GuestAnswers</name>
  <message>
   <source>Nobody in the circle is called so. Is the answer a guest’s?</source>
   <translation>Personne dans le cercle ne s’appelle ainsi. Est-ce la réponse d’une personne invitée ?</translation>
  </message>
  <message>
   <source>Note as a guest</source>
   <translation>Noter comme personne invitée</translation>
  </message>
  <message>
   <source>Or is it a guest’s answer?</source>
   <translation>Ou est-ce la réponse d’un invité ?</translation>
  </message>
  <message>
   <source>Who is {name}?</source>
   <translation>Qui est {name} ?</translation>
  </message>
  <message>
   <source>{name} is no member</source>
   <translation>{name} n’est pas membre</translation>
  </message>
 </context>
 <context>
  <name>Hall</name>
  <message>
   <source>Back</source>
   <translation>Retour</translation>
  </message>
  <message>
   <source>Hall mode</source>
   <translation>Mode salle</translation>
  </message>
  <message>
   <source>Hold Escape to leave.</source>
   <translation>Maintenez Échap pour quitter.</translation>
  </message>
  <message>
   <source>It could not be undone. Please tell an organizer.</source>
   <translation>Cela n’a pas pu être annulé. Prévenez une personne qui organise.</translation>
  </message>
  <message>
   <source>Leave…</source>
   <translation>Quitter…</translation>
  </message>
  <message>
   <source>Not written down yet: {names}. “Sign up a guest” asks about them.</source>
   <translation>Pas encore noté : {names}. « Inscrire une personne invitée » pose la question.</translation>
  </message>
  <message>
   <source>Not written down yet: {names}. “Who came today?” asks about them.</source>
   <translation>Pas encore noté : {names}. « Qui est venu aujourd’hui ? » pose la question.</translation>
  </message>
  <message>
   <source>That would be more than 24 hours on one day.</source>
   <translation>Cela ferait plus de 24 heures en un jour.</translation>
  </message>
  <message>
   <source>This could not be written down. Please tell an organizer.</source>
   <translation>Cela n’a pas pu être noté. Prévenez une personne qui organise.</translation>
  </message>
  <message>
   <source>Undone.</source>
   <translation>Annulé.</translation>
  </message>
  <message>
   <source>{name} (no. {number})</source>
   <translation>{name} (n° {number})</translation>
  </message>
 </context>
 <context>
  <name>HallDrafts</name>
  <message>
   <source>Somebody was erased: what waited of them here is gone with them.</source>
   <translation>Une personne a été effacée : ce qui attendait d’elle ici a disparu avec elle.</translation>
  </message>
 </context>
 <context>
  <name>HallMark</name>
  <message>
   <source>{name} (not here)</source>
   <translation>{name} (pas là)</translation>
  </message>
 </context>
 <context>
  <name>HistoryDialog</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>History of {name}</source>
   <translation>Historique de {name}</translation>
  </message>
 </context>
 <context>
  <name>HistoryModel</name>
  <message>
   <source>Removed</source>
   <translation>Retiré</translation>
  </message>
  <message>
   <source>Restored</source>
   <translation>Rétabli</translation>
  </message>
  <message>
   <source>{field} changed</source>
   <translation>{field} : modifié</translation>
  </message>
  <message>
   <source>{field}: {word} added</source>
   <translation>{field} : {word} ajouté</translation>
  </message>
  <message>
   <source>{field}: {word} taken out</source>
   <translation>{field} : {word} enlevé</translation>
  </message>
 </context>
 <context>
  <name>HoursTwice</name>
  <message>
   <source>Are these the same hours?</source>
   <translation>S’agit-il des mêmes heures ?</translation>
  </message>
  <message>
   <source>Both records brought {hours} in from before. As one person they have them twice now.</source>
   <translation>Les deux fiches ont apporté {hours} d’avant. Réunies en une personne, elles les comptent maintenant deux fois.</translation>
  </message>
  <message>
   <source>Count them once</source>
   <translation>Les compter une fois</translation>
  </message>
  <message>
   <source>Leave both</source>
   <translation>Garder les deux</translation>
  </message>
  <message>
   <source>The hours count once</source>
   <translation>Les heures comptent une fois</translation>
  </message>
 </context>
 <context>
  <name>ImportColumns</name>
  <message>
   <source>(left out)</source>
   <translation>(ignorée)</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Solde</translation>
  </message>
  <message>
   <source>Read it like this</source>
   <translation>Lire ainsi</translation>
  </message>
  <message>
   <source>What the columns hold</source>
   <translation>Ce que contiennent les colonnes</translation>
  </message>
  <message>
   <source>country</source>
   <translation>pays</translation>
  </message>
  <message>
   <source>day</source>
   <translation>jour</translation>
  </message>
  <message>
   <source>family name</source>
   <translation>nom de famille</translation>
  </message>
  <message>
   <source>first name</source>
   <translation>prénom</translation>
  </message>
  <message>
   <source>in hours</source>
   <translation>en heures</translation>
  </message>
  <message>
   <source>married name, or another in use</source>
   <translation>nom d’usage</translation>
  </message>
  <message>
   <source>middle name</source>
   <translation>deuxième prénom</translation>
  </message>
  <message>
   <source>minutes or hours, as the numbers show</source>
   <translation>minutes ou heures, selon les nombres</translation>
  </message>
  <message>
   <source>postcode</source>
   <translation>code postal</translation>
  </message>
  <message>
   <source>second family name</source>
   <translation>second nom de famille</translation>
  </message>
  <message>
   <source>street</source>
   <translation>rue</translation>
  </message>
  <message>
   <source>time</source>
   <translation>heure</translation>
  </message>
  <message>
   <source>town</source>
   <translation>ville</translation>
  </message>
 </context>
 <context>
  <name>ImportList</name>
  <message numerus="yes">
   <source>%n left out</source>
   <translation>
    <numerusform>%n laissée de côté</numerusform>
    <numerusform>%n laissées de côté</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member(s) bring hours along. The circle’s pot balances them.</source>
   <translation>
    <numerusform>%n membre apporte des heures. Le pot du cercle les équilibre.</numerusform>
    <numerusform>%n membres apportent des heures. Le pot du cercle les équilibre.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) are fine.</source>
   <translation>
    <numerusform>%n ligne convient.</numerusform>
    <numerusform>%n lignes conviennent.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) imported</source>
   <translation>
    <numerusform>%n ligne importée</numerusform>
    <numerusform>%n lignes importées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) say nothing new.</source>
   <translation>
    <numerusform>%n ligne ne dit rien de nouveau.</numerusform>
    <numerusform>%n lignes ne disent rien de nouveau.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) say otherwise of who is here. Tick whose you want to take over.</source>
   <translation>
    <numerusform>%n ligne dit autre chose de quelqu’un qui est déjà là. Cochez-la pour la reprendre.</numerusform>
    <numerusform>%n lignes disent autre chose de personnes qui sont déjà là. Cochez celles à reprendre.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) want a look.</source>
   <translation>
    <numerusform>%n ligne est à vérifier.</numerusform>
    <numerusform>%n lignes sont à vérifier.</numerusform>
   </translation>
  </message>
  <message>
   <source>All of this file is here already. There is nothing to import.</source>
   <translation>Tout ce que contient ce fichier est déjà là. Il n’y a rien à importer.</translation>
  </message>
  <message>
   <source>Columns left out: {columns}.</source>
   <translation>Colonnes laissées : {columns}.</translation>
  </message>
  <message>
   <source>Columns read: {columns}.</source>
   <translation>Colonnes lues : {columns}.</translation>
  </message>
  <message>
   <source>Columns…</source>
   <translation>Colonnes…</translation>
  </message>
  <message>
   <source>Enter ticks a row, or takes its tick away. Of several marked rows it does so with all alike.</source>
   <translation>Entrée coche ou décoche une ligne. Si plusieurs lignes sont sélectionnées, elle fait de même avec toutes celles de la même sorte.</translation>
  </message>
  <message>
   <source>Everybody in this file is here already. There is nothing to import.</source>
   <translation>Toutes les personnes de ce fichier sont déjà là. Il n’y a rien à importer.</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importer</translation>
  </message>
  <message numerus="yes">
   <source>Import %n row(s)</source>
   <translation>
    <numerusform>Importer %n ligne</numerusform>
    <numerusform>Importer %n lignes</numerusform>
   </translation>
  </message>
  <message>
   <source>Import a list</source>
   <translation>Importer une liste</translation>
  </message>
  <message>
   <source>Import {file}</source>
   <translation>Importer {file}</translation>
  </message>
  <message>
   <source>It goes on after these: import it again later.</source>
   <translation>La suite viendra : réimportez le calendrier plus tard.</translation>
  </message>
  <message>
   <source>Left out: {what}.</source>
   <translation>Laissé : {what}.</translation>
  </message>
  <message>
   <source>Lists ({endings})</source>
   <translation>Listes ({endings})</translation>
  </message>
  <message>
   <source>No title of these columns is known here. Say with “Columns…” what each of them holds.</source>
   <translation>Aucun titre de ces colonnes n’est connu ici. Indiquez avec « Colonnes… » ce que contient chacune.</translation>
  </message>
  <message>
   <source>Reading {file}</source>
   <translation>Lecture de {file}</translation>
  </message>
  <message>
   <source>Rows of the file</source>
   <translation>Lignes du fichier</translation>
  </message>
  <message>
   <source>The file mixes two encodings, UTF-8 and {encoding}: look at letters with accents.</source>
   <translation>Le fichier mélange deux encodages, UTF-8 et {encoding} : vérifiez les lettres accentuées.</translation>
  </message>
  <message>
   <source>There are no rows below the titles.</source>
   <translation>Il n’y a aucune ligne sous les titres.</translation>
  </message>
  <message>
   <source>This does not look like a list. Row {row} was taken for the titles of its columns, because it says “{titles}”. Nothing is ticked: look at the rows first.</source>
   <translation>Cela ne ressemble pas à une liste. La ligne {row} a été prise pour les titres des colonnes, parce qu’il y est écrit « {titles} ». Rien n’est coché : regardez d’abord les lignes.</translation>
  </message>
  <message>
   <source>This is the sheet “{sheet}”.</source>
   <translation>Voici la feuille « {sheet} ».</translation>
  </message>
  <message>
   <source>This row cannot be taken. {why}</source>
   <translation>Cette ligne ne peut pas être prise. {why}</translation>
  </message>
  <message>
   <source>What the rows are</source>
   <translation>Ce que sont les lignes</translation>
  </message>
  <message>
   <source>Which sheet?</source>
   <translation>Quelle feuille ?</translation>
  </message>
  <message>
   <source>{name} is opened once this is finished.</source>
   <translation>{name} sera ouvert une fois ceci terminé.</translation>
  </message>
  <message>
   <source>{title}: a birthday without a year, such as {cell}, gives no year of birth, and is left out.</source>
   <translation>{title} : un anniversaire sans année, comme {cell}, ne donne pas d’année de naissance et est laissé de côté.</translation>
  </message>
  <message>
   <source>{title}: names such as “{cell}” were turned, the family name last.</source>
   <translation>{title} : les noms comme « {cell} » ont été retournés, le nom de famille à la fin.</translation>
  </message>
  <message>
   <source>{title}: {cell} may be two days. The day was taken to come first: look at the days.</source>
   <translation>{title} : {cell} peut être deux jours différents. Le jour a été lu avant le mois : vérifiez les dates.</translation>
  </message>
  <message numerus="yes">
   <source>“{title}” repeats: %n date(s) of the 12 months from its next one are shown.</source>
   <translation>
    <numerusform>« {title} » se répète : %n date des 12 mois à partir de la prochaine est montrée.</numerusform>
    <numerusform>« {title} » se répète : %n dates des 12 mois à partir de la prochaine sont montrées.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportSaid</name>
  <message>
   <source>A tick here adds another one.</source>
   <translation>Une coche ici en ajoute un autre.</translation>
  </message>
  <message>
   <source>A tick here adds somebody else.</source>
   <translation>Une coche ici ajoute une autre personne.</translation>
  </message>
  <message>
   <source>Another one than “{name}”? A tick here adds it.</source>
   <translation>Autre chose que « {name} » ? Une coche ici l’ajoute.</translation>
  </message>
  <message>
   <source>Changed</source>
   <translation>Modifié</translation>
  </message>
  <message>
   <source>Differs</source>
   <translation>Différent</translation>
  </message>
  <message>
   <source>Known</source>
   <translation>Connu</translation>
  </message>
  <message>
   <source>Lacks something</source>
   <translation>Il manque quelque chose</translation>
  </message>
  <message>
   <source>Look</source>
   <translation>À voir</translation>
  </message>
  <message>
   <source>New</source>
   <translation>Nouveau</translation>
  </message>
  <message>
   <source>New: {what}.</source>
   <translation>Nouveau : {what}.</translation>
  </message>
  <message>
   <source>No longer in the list: {what}. A tick takes it away here, too. This is {name}.</source>
   <translation>Plus dans la liste : {what}. Cocher l’enlève ici aussi. C’est {name}.</translation>
  </message>
  <message>
   <source>Somebody else than {name}? A tick here adds them.</source>
   <translation>Quelqu’un d’autre que {name} ? Une coche ici ajoute cette personne.</translation>
  </message>
  <message>
   <source>The same as {name}? A tick here takes over: {what}.</source>
   <translation>Est-ce {name} ? Une coche ici reprend : {what}.</translation>
  </message>
  <message>
   <source>The same as {name}? Then nothing is to be brought in.</source>
   <translation>Est-ce {name} ? Alors il n’y a rien à reprendre.</translation>
  </message>
  <message>
   <source>This is {name}, who is here already; nothing is new.</source>
   <translation>C’est {name}, qui est déjà là ; rien de nouveau.</translation>
  </message>
  <message>
   <source>This is {name}.</source>
   <translation>C’est {name}.</translation>
  </message>
  <message>
   <source>Unusable</source>
   <translation>Inutilisable</translation>
  </message>
  <message>
   <source>empty</source>
   <translation>vide</translation>
  </message>
  <message>
   <source>something for the notes</source>
   <translation>quelque chose pour les notes</translation>
  </message>
  <message>
   <source>{field} also {what}</source>
   <translation>{field} aussi {what}</translation>
  </message>
  <message>
   <source>{field} {before} → {after}</source>
   <translation>{field} {before} → {after}</translation>
  </message>
  <message>
   <source>{what}: that is changed in the program, by no list.</source>
   <translation>{what} : cela se change dans le programme, par aucune liste.</translation>
  </message>
  <message>
   <source>“{name}” is here already; nothing is new.</source>
   <translation>« {name} » est déjà là ; rien de nouveau.</translation>
  </message>
 </context>
 <context>
  <name>Invitation</name>
  <message>
   <source>1. Install Learning Circles on the new laptop and open it.</source>
   <translation>1. Installez Learning Circles sur le nouvel ordinateur et ouvrez-le.</translation>
  </message>
  <message>
   <source>2. Choose “Join a circle”.</source>
   <translation>2. Choisissez « Rejoindre un cercle ».</translation>
  </message>
  <message>
   <source>3. Type or paste the letters below, or choose a picture of the code.</source>
   <translation>3. Tapez ou collez les lettres ci-dessous, ou choisissez une photo du code.</translation>
  </message>
  <message>
   <source>Join {circle}</source>
   <translation>Rejoindre {circle}</translation>
  </message>
  <message>
   <source>This circle has no hub: it comes on a USB stick. One of its laptops writes the stick (“Share”, “Write a stick…”); choose its file in the last field. Then write a stick on the new laptop, and bring it back. Beside each other on one network the two need no stick.</source>
   <translation>Ce cercle n’a pas de hub : il vient sur une clé USB. Un de ses ordinateurs la prépare (« Partager », « Copier sur une clé… ») ; choisissez son fichier dans le dernier champ. Copiez ensuite sur une clé depuis le nouvel ordinateur et rapportez-la. Côte à côte sur un même réseau, les deux n’ont pas besoin de clé.</translation>
  </message>
 </context>
 <context>
  <name>InvitationsDialog</name>
  <message>
   <source>Cancel it</source>
   <translation>L’annuler</translation>
  </message>
  <message>
   <source>May only look</source>
   <translation>Peut seulement regarder</translation>
  </message>
  <message>
   <source>May record</source>
   <translation>Peut noter</translation>
  </message>
  <message>
   <source>May run the circle</source>
   <translation>Peut mener le cercle</translation>
  </message>
  <message>
   <source>No invitation is open.</source>
   <translation>Aucune invitation n’est ouverte.</translation>
  </message>
  <message>
   <source>Open invitations</source>
   <translation>Invitations ouvertes</translation>
  </message>
  <message>
   <source>made by a clock that was wrong: better cancel it</source>
   <translation>faite par une horloge qui était fausse : mieux vaut l’annuler</translation>
  </message>
  <message>
   <source>{used} of {uses} used, until {day}</source>
   <translation>{used} sur {uses} utilisées, jusqu’au {day}</translation>
  </message>
 </context>
 <context>
  <name>JoinHub</name>
  <message>
   <source>Join</source>
   <translation>Rejoindre</translation>
  </message>
  <message>
   <source>Join a hub</source>
   <translation>Rejoindre un serveur régional</translation>
  </message>
  <message>
   <source>The code that the hub’s steward gave you</source>
   <translation>Le code que le responsable du serveur vous a donné</translation>
  </message>
  <message>
   <source>The hub keeps what this circle writes in sealed form and cannot read it. Only what the circle chooses to publish, such as an offer for everybody, can be read there.</source>
   <translation>Le serveur garde ce que ce cercle écrit sous scellé et ne peut le lire. Seul ce que le cercle choisit de publier, comme une offre pour tous, y est lisible.</translation>
  </message>
  <message>
   <source>The other laptops hear of the hub when they share with this one, by a stick or beside it.</source>
   <translation>Les autres ordinateurs l’apprendront quand ils partageront avec celui-ci, par une clé ou à côté de lui.</translation>
  </message>
  <message>
   <source>This circle shares through {hub} now. With this code it moves to {other}, and leaves the first one. Press again if that is meant.</source>
   <translation>Ce cercle partage maintenant par {hub}. Avec ce code, il passe à {other} et quitte le premier. Appuyez encore une fois si c’est bien voulu.</translation>
  </message>
 </context>
 <context>
  <name>KeptHere</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Everything that this laptop wrote has been shared, and counts.</source>
   <translation>Tout ce que cet ordinateur a écrit a été partagé, et compte.</translation>
  </message>
  <message>
   <source>It was written on this laptop and does not count. An organizer who gets it can take it in.</source>
   <translation>Cela a été écrit sur cet ordinateur et ne compte pas. Une personne qui mène le cercle et le reçoit peut le reprendre.</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un instant…</translation>
  </message>
  <message>
   <source>Save what was not shared…</source>
   <translation>Enregistrer ce qui n’a pas été partagé…</translation>
  </message>
  <message numerus="yes">
   <source>This laptop had erased %n member(s), and was shut out before the others heard of it. Ask an organizer to erase them again, or save what was not shared and give one that file: reading it erases them there, too.</source>
   <translation>
    <numerusform>Cet ordinateur avait effacé %n membre, et a été exclu avant que les autres l’apprennent. Demandez à une personne qui mène le cercle de l’effacer de nouveau, ou enregistrez ce qui n’a pas été partagé et donnez-lui ce fichier : le lire l’efface là aussi.</numerusform>
    <numerusform>Cet ordinateur avait effacé %n membres, et a été exclu avant que les autres l’apprennent. Demandez à une personne qui mène le cercle de les effacer de nouveau, ou enregistrez ce qui n’a pas été partagé et donnez-lui ce fichier : le lire les efface là aussi.</numerusform>
   </translation>
  </message>
  <message>
   <source>This laptop had erased {people}. That does not count: ask an organizer to erase them again.</source>
   <translation>Cet ordinateur avait effacé {people}. Cela ne compte pas : demandez à une personne qui mène le cercle de l’effacer de nouveau.</translation>
  </message>
  <message>
   <source>What this laptop keeps</source>
   <translation>Ce que cet ordinateur garde</translation>
  </message>
 </context>
 <context>
  <name>Known</name>
  <message>
   <source>A guest called {name} is written down for {title} already. Is it the same one?</source>
   <translation>Une personne invitée du nom de {name} est déjà notée pour {title}. Est-ce la même ?</translation>
  </message>
  <message>
   <source>Several members are called {name}. Which one is it?</source>
   <translation>Plusieurs membres s’appellent {name}. De qui s’agit-il ?</translation>
  </message>
  <message>
   <source>Somebody else</source>
   <translation>Quelqu’un d’autre</translation>
  </message>
  <message>
   <source>The same one</source>
   <translation>La même</translation>
  </message>
  <message>
   <source>There are more of that name.</source>
   <translation>D’autres portent ce nom.</translation>
  </message>
  <message>
   <source>Type the whole name</source>
   <translation>Taper le nom complet</translation>
  </message>
  <message>
   <source>{name} is in the list of members. Is it them?</source>
   <translation>{name} figure dans la liste des membres. Est-ce cette personne ?</translation>
  </message>
 </context>
 <context>
  <name>LanguagesEditor</name>
  <message>
   <source>Is “{words}” a language? None is known by that name; it is kept as it stands.</source>
   <translation>« {words} » : est-ce une langue ? Aucune n’est connue sous ce nom ; c’est gardé tel quel.</translation>
  </message>
 </context>
 <context>
  <name>LaptopDialog</name>
  <message>
   <source>A laptop</source>
   <translation>Un ordinateur</translation>
  </message>
  <message>
   <source>If it was lost or stolen…</source>
   <translation>S’il est perdu ou volé…</translation>
  </message>
  <message>
   <source>It keeps the list of the circle’s laptops.</source>
   <translation>Il tient la liste des ordinateurs du cercle.</translation>
  </message>
  <message>
   <source>Keep the list on that laptop from now on</source>
   <translation>Tenir désormais la liste sur cet autre ordinateur</translation>
  </message>
  <message>
   <source>Keep the list on this laptop from now on</source>
   <translation>Tenir désormais la liste sur cet ordinateur</translation>
  </message>
  <message>
   <source>Only a laptop that may run the circle can keep the list of its laptops.</source>
   <translation>Seul un ordinateur qui peut mener le cercle peut tenir la liste de ses ordinateurs.</translation>
  </message>
  <message>
   <source>Save</source>
   <translation>Enregistrer</translation>
  </message>
  <message>
   <source>The hub keeps the list of the circle’s laptops.</source>
   <translation>Le serveur tient la liste des ordinateurs du cercle.</translation>
  </message>
  <message>
   <source>This laptop may only look</source>
   <translation>Cet ordinateur peut seulement regarder</translation>
  </message>
  <message>
   <source>This laptop may record</source>
   <translation>Cet ordinateur peut noter</translation>
  </message>
  <message>
   <source>This laptop may run the circle</source>
   <translation>Cet ordinateur peut mener le cercle</translation>
  </message>
  <message>
   <source>What it is called</source>
   <translation>Son nom</translation>
  </message>
  <message>
   <source>Whoever keeps the list lets new laptops in. It must run the circle; {name} keeps it now.</source>
   <translation>Qui tient la liste fait entrer les nouveaux ordinateurs. Il doit pouvoir mener le cercle ; {name} la tient à présent.</translation>
  </message>
  <message>
   <source>Whoever keeps the list lets new laptops in. Take it over from {name} only if that one is gone.</source>
   <translation>Qui tient la liste fait entrer les nouveaux ordinateurs. Ne la reprenez à {name} que si celui-ci n’est plus là.</translation>
  </message>
 </context>
 <context>
  <name>LaptopName</name>
  <message>
   <source>{name}’s Mac</source>
   <translation>Mac – {name}</translation>
  </message>
  <message>
   <source>{name}’s computer</source>
   <translation>Ordinateur – {name}</translation>
  </message>
  <message>
   <source>{name}’s laptop</source>
   <translation>Portable – {name}</translation>
  </message>
 </context>
 <context>
  <name>Laptops</name>
  <message>
   <source>Laptop without a name</source>
   <translation>Ordinateur sans nom</translation>
  </message>
  <message>
   <source>Laptop without a name ({id})</source>
   <translation>Ordinateur sans nom ({id})</translation>
  </message>
 </context>
 <context>
  <name>LaptopsModel</name>
  <message>
   <source>Gone since {day}</source>
   <translation>Parti depuis le {day}</translation>
  </message>
  <message>
   <source>Laptop</source>
   <translation>Ordinateur</translation>
  </message>
  <message>
   <source>Last heard of</source>
   <translation>Dernières nouvelles</translation>
  </message>
  <message>
   <source>Only looks</source>
   <translation>Lecture seule</translation>
  </message>
  <message>
   <source>Records</source>
   <translation>Note</translation>
  </message>
  <message>
   <source>Runs the circle</source>
   <translation>Mène le cercle</translation>
  </message>
  <message>
   <source>Runs the circle, lets laptops in</source>
   <translation>Mène le cercle, fait entrer</translation>
  </message>
  <message>
   <source>Shut out</source>
   <translation>Exclu</translation>
  </message>
  <message>
   <source>Went on as {name}</source>
   <translation>Continue sous le nom {name}</translation>
  </message>
  <message>
   <source>What it may do</source>
   <translation>Ce qu’il peut faire</translation>
  </message>
  <message>
   <source>{name} (this laptop)</source>
   <translation>{name} (cet ordinateur)</translation>
  </message>
  <message>
   <source>{name}, by the recovery sheet</source>
   <translation>{name}, par la feuille de secours</translation>
  </message>
  <message>
   <source>{when} by its own clock, which is wrong</source>
   <translation>{when} d’après sa propre horloge, qui est fausse</translation>
  </message>
 </context>
 <context>
  <name>LastDayEditor</name>
  <message>
   <source>This day is past: it counts as ended.</source>
   <translation>Ce jour est passé : c’est considéré comme terminé.</translation>
  </message>
 </context>
 <context>
  <name>Leads</name>
  <message>
   <source>Keep</source>
   <translation>Garder</translation>
  </message>
  <message>
   <source>Keep the name, number and details of:</source>
   <translation>Garder le nom, le numéro et les informations de :</translation>
  </message>
  <message>
   <source>Where both have something, that of the one you keep is shown; what it lacks is taken from the other. Nothing is deleted: you can take them apart again.</source>
   <translation>Ce que les deux ont est montré tel que chez la personne gardée ; ce qui lui manque est repris de l’autre. Rien n’est supprimé : vous pouvez les séparer de nouveau.</translation>
  </message>
 </context>
 <context>
  <name>Learned</name>
  <message>
   <source>How</source>
   <translation>Comment</translation>
  </message>
  <message>
   <source>Nothing is noted here yet. Whatever was learned, in whatever way, can be.</source>
   <translation>Rien n’est encore noté ici. Tout ce qui a été appris, de quelque manière que ce soit, peut l’être.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>What {name} has learned</source>
   <translation>Ce que {name} a appris</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Où</translation>
  </message>
  <message>
   <source>With whom</source>
   <translation>Avec qui</translation>
  </message>
 </context>
 <context>
  <name>LearnedForm</name>
  <message>
   <source>Formal: for a certificate that others recognise. Non-formal: organised, as a course or a group is. Informal: in passing, in everyday life. All three count alike.</source>
   <translation>Formel : pour un diplôme reconnu ailleurs. Non formel : organisé, comme un cours ou un groupe. Informel : en passant, dans la vie de tous les jours. Les trois se valent.</translation>
  </message>
  <message>
   <source>Note it</source>
   <translation>Noter</translation>
  </message>
  <message>
   <source>Note what somebody learned</source>
   <translation>Noter ce que quelqu’un a appris</translation>
  </message>
  <message>
   <source>Noted: {name} learned {topic}</source>
   <translation>C’est noté : {name} a appris {topic}</translation>
  </message>
 </context>
 <context>
  <name>LearningPage</name>
  <message numerus="yes">
   <source>%n record(s)</source>
   <translation>
    <numerusform>%n acquis</numerusform>
    <numerusform>%n acquis</numerusform>
   </translation>
  </message>
  <message>
   <source>A course, a workshop, a hint over the fence: each counts, and takes a moment to note.</source>
   <translation>Un cours, un atelier, un conseil par-dessus la haie : tout compte et se note en un instant.</translation>
  </message>
  <message>
   <source>All kinds</source>
   <translation>Toutes les formes</translation>
  </message>
  <message>
   <source>Edit the chosen record</source>
   <translation>Modifier l’acquis choisi</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Comment</translation>
  </message>
  <message>
   <source>Learning</source>
   <translation>Apprendre</translation>
  </message>
  <message>
   <source>Learning records</source>
   <translation>Acquis</translation>
  </message>
  <message>
   <source>Note what somebody learned</source>
   <translation>Noter ce que quelqu’un a appris</translation>
  </message>
  <message>
   <source>Nothing noted yet</source>
   <translation>Rien de noté pour l’instant</translation>
  </message>
  <message>
   <source>Recently removed</source>
   <translation>Retirés récemment</translation>
  </message>
  <message>
   <source>Search names, topics, places</source>
   <translation>Chercher des noms, des sujets, des lieux</translation>
  </message>
  <message>
   <source>Search what was learned</source>
   <translation>Chercher dans les acquis</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Time (hours)</source>
   <translation>Durée (heures)</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>Which kind of learning</source>
   <translation>Quelle forme d’apprentissage</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Qui</translation>
  </message>
  <message>
   <source>{topic} removed</source>
   <translation>{topic} retiré</translation>
  </message>
 </context>
 <context>
  <name>LearningPane</name>
  <message>
   <source>Choose what somebody learned to see its details.</source>
   <translation>Choisissez un acquis pour voir ses détails.</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Modifier</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Historique…</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Plus</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Retiré</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Show the person</source>
   <translation>Voir la personne</translation>
  </message>
  <message>
   <source>{topic} is back</source>
   <translation>{topic} est de retour</translation>
  </message>
 </context>
 <context>
  <name>LeaveCircle</name>
  <message>
   <source>I have a backup, or nobody needs to run the circle any more</source>
   <translation>J’ai une sauvegarde, ou plus personne n’a besoin de mener le cercle</translation>
  </message>
  <message>
   <source>I have a backup, or the circle may be lost for good</source>
   <translation>J’ai une sauvegarde, ou le cercle peut être perdu pour toujours</translation>
  </message>
  <message>
   <source>I have the recovery sheet at hand</source>
   <translation>J’ai la feuille de secours sous la main</translation>
  </message>
  <message>
   <source>Its file and keys on this one are deleted, and nobody’s name stays behind. What waits is shared first.</source>
   <translation>Son fichier et ses clés sur cet ordinateur sont effacés, et aucun nom n’y reste. Ce qui attend est partagé avant.</translation>
  </message>
  <message>
   <source>Nobody can add a laptop or shut one out any more once it is removed here. Let another laptop run the circle, print the recovery sheet, or make a backup with a passphrase first.</source>
   <translation>Une fois le cercle retiré d’ici, plus personne ne peut ajouter ni exclure un ordinateur. Laissez d’abord un autre ordinateur mener le cercle, imprimez la feuille de secours ou faites une sauvegarde avec phrase secrète.</translation>
  </message>
  <message>
   <source>Nobody can open the circle any more once it is removed here: what a hub or a stick keeps is sealed. Print the recovery sheet or make a backup with a passphrase first.</source>
   <translation>Une fois retiré d’ici, plus personne ne peut ouvrir le cercle : ce que garde un serveur ou une clé est scellé. Imprimez d’abord la feuille de secours ou faites une sauvegarde avec phrase secrète.</translation>
  </message>
  <message>
   <source>Once it is removed here, only the recovery sheet brings that back, from the hub or a stick.</source>
   <translation>Une fois le cercle retiré d’ici, seule la feuille de secours peut le rétablir, depuis le serveur ou une clé.</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un instant…</translation>
  </message>
  <message>
   <source>Remove it</source>
   <translation>Le retirer</translation>
  </message>
  <message>
   <source>Remove {circle} from this laptop?</source>
   <translation>Retirer {circle} de cet ordinateur ?</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Clés (*.bundle)</translation>
  </message>
  <message>
   <source>The circle goes on on its other laptops.</source>
   <translation>Le cercle continue sur ses autres ordinateurs.</translation>
  </message>
  <message>
   <source>The stick is written. The circle is still on this laptop.</source>
   <translation>La clé est écrite. Le cercle est toujours sur cet ordinateur.</translation>
  </message>
  <message>
   <source>This is the circle’s only laptop.</source>
   <translation>C’est le seul ordinateur du cercle.</translation>
  </message>
  <message>
   <source>This is the only laptop that runs the circle.</source>
   <translation>C’est le seul ordinateur qui mène le cercle.</translation>
  </message>
  <message>
   <source>What was written from it stays where it was put:</source>
   <translation>Ce qui en a été tiré reste là où il a été mis :</translation>
  </message>
  <message>
   <source>Write a stick</source>
   <translation>Copier sur une clé</translation>
  </message>
  <message>
   <source>Write what is here onto a stick first…</source>
   <translation>Écrire d’abord sur une clé ce qui est ici…</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeaveHall</name>
  <message>
   <source>Everything of the circle is shown then. Type its passphrase.</source>
   <translation>Tout le cercle est alors visible. Saisissez sa phrase secrète.</translation>
  </message>
  <message>
   <source>Everything of the circle is shown then: names, telephones, notes.</source>
   <translation>Tout le cercle est alors visible : noms, téléphones, notes.</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Quitter</translation>
  </message>
  <message>
   <source>Leave the hall mode?</source>
   <translation>Quitter le mode salle ?</translation>
  </message>
  <message>
   <source>Not written down yet, and kept on Today: {exchanges}.</source>
   <translation>Pas encore noté, et conservé dans Aujourd’hui : {exchanges}.</translation>
  </message>
  <message>
   <source>Not written down yet: {names}. Whoever leaves the hall mode now gives them up.</source>
   <translation>Pas encore noté : {names}. Quitter maintenant le mode salle, c’est y renoncer.</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Phrase secrète</translation>
  </message>
 </context>
 <context>
  <name>LeaveMember</name>
  <message numerus="yes">
   <source>%n answer(s) to coming meetups are taken back.</source>
   <translation>
    <numerusform>%n réponse à une rencontre à venir est retirée.</numerusform>
    <numerusform>%n réponses à des rencontres à venir sont retirées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consent(s) end today.</source>
   <translation>
    <numerusform>%n consentement prend fin aujourd’hui.</numerusform>
    <numerusform>%n consentements prennent fin aujourd’hui.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) nobody has confirmed are declined.</source>
   <translation>
    <numerusform>%n échange que personne n’a confirmé est refusé.</numerusform>
    <numerusform>%n échanges que personne n’a confirmés sont refusés.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) need another host.</source>
   <translation>
    <numerusform>%n rencontre a besoin d’un autre hôte.</numerusform>
    <numerusform>%n rencontres ont besoin d’un autre hôte.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open listing(s) are withdrawn.</source>
   <translation>
    <numerusform>%n annonce ouverte est retirée.</numerusform>
    <numerusform>%n annonces ouvertes sont retirées.</numerusform>
   </translation>
  </message>
  <message>
   <source>Leave the hours where they are</source>
   <translation>Laisser les heures où elles sont</translation>
  </message>
  <message>
   <source>Take the details off as well (anonymise)</source>
   <translation>Retirer aussi les coordonnées (anonymiser)</translation>
  </message>
  <message>
   <source>There is nothing to settle.</source>
   <translation>Il n’y a rien à régler.</translation>
  </message>
  <message>
   <source>They have left the circle</source>
   <translation>Le départ est noté</translation>
  </message>
  <message>
   <source>They leave</source>
   <translation>Confirmer le départ</translation>
  </message>
  <message>
   <source>They owe {hours}: the circle’s pot takes that over.</source>
   <translation>Dette de {hours} : le pot du cercle la reprend.</translation>
  </message>
  <message>
   <source>This is one step, and can be undone as one.</source>
   <translation>C’est une seule action, qui peut être annulée d’un coup.</translation>
  </message>
  <message>
   <source>Who hosts their meetups from now on (may stay empty)</source>
   <translation>Qui accueille désormais ses rencontres (peut rester vide)</translation>
  </message>
  <message>
   <source>{hours} are given to the circle’s pot.</source>
   <translation>{hours} sont données au pot du cercle.</translation>
  </message>
  <message>
   <source>{name} leaves the circle</source>
   <translation>{name} quitte le cercle</translation>
  </message>
 </context>
 <context>
  <name>LeftNames</name>
  <message>
   <source>Leave {name} out</source>
   <translation>Ne pas noter {name}</translation>
  </message>
  <message>
   <source>Say who {name} is</source>
   <translation>Dire qui est {name}</translation>
  </message>
  <message>
   <source>Still to say who is meant:</source>
   <translation>Reste à dire de qui il s’agit :</translation>
  </message>
  <message>
   <source>Still to say who is meant: {names}</source>
   <translation>Reste à dire de qui il s’agit : {names}</translation>
  </message>
 </context>
 <context>
  <name>LeftOutDialog</name>
  <message>
   <source>Bring it back</source>
   <translation>Le proposer de nouveau</translation>
  </message>
  <message>
   <source>Nothing is left out.</source>
   <translation>Rien n’est écarté.</translation>
  </message>
  <message>
   <source>Work that was left out</source>
   <translation>Travail écarté</translation>
  </message>
  <message numerus="yes">
   <source>{name}: %n change(s)</source>
   <translation>
    <numerusform>{name} : %n modification</numerusform>
    <numerusform>{name} : %n modifications</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LengthEditor</name>
  <message>
   <source>{number} hours</source>
   <translation>{number} heures</translation>
  </message>
  <message>
   <source>{number} minutes</source>
   <translation>{number} minutes</translation>
  </message>
 </context>
 <context>
  <name>Lengths</name>
  <message>
   <source>Another length</source>
   <translation>Une autre durée</translation>
  </message>
  <message>
   <source>or such as {length}</source>
   <translation>ou par ex. {length}</translation>
  </message>
 </context>
 <context>
  <name>ListActions</name>
  <message>
   <source>Columns of this list…</source>
   <translation>Colonnes de cette liste…</translation>
  </message>
  <message>
   <source>Import a list…</source>
   <translation>Importer une liste…</translation>
  </message>
  <message>
   <source>Recently removed…</source>
   <translation>Retirés récemment…</translation>
  </message>
  <message>
   <source>Sort this list by…</source>
   <translation>Trier cette liste par…</translation>
  </message>
  <message>
   <source>There is no list on this page.</source>
   <translation>Il n’y a pas de liste sur cette page.</translation>
  </message>
  <message>
   <source>csv spreadsheet excel upload</source>
   <translation>csv tableur excel importer charger</translation>
  </message>
  <message>
   <source>export csv spreadsheet excel download</source>
   <translation>exporter csv tableur excel télécharger</translation>
  </message>
  <message>
   <source>order arrange</source>
   <translation>ordre ordonner classer</translation>
  </message>
 </context>
 <context>
  <name>Listing</name>
  <message numerus="yes">
   <source>%n in this list</source>
   <translation>
    <numerusform>%n dans cette liste</numerusform>
    <numerusform>%n dans cette liste</numerusform>
   </translation>
  </message>
  <message>
   <source>Page {number}</source>
   <translation>Page {number}</translation>
  </message>
  <message>
   <source>There is nothing in this list.</source>
   <translation>Cette liste ne contient rien.</translation>
  </message>
  <message>
   <source>under {number}</source>
   <translation>moins de {number}</translation>
  </message>
 </context>
 <context>
  <name>ListingForm</name>
  <message>
   <source>Add a request</source>
   <translation>Ajouter une demande</translation>
  </message>
  <message>
   <source>Add an offer</source>
   <translation>Ajouter une offre</translation>
  </message>
  <message>
   <source>Change a request</source>
   <translation>Modifier une demande</translation>
  </message>
  <message>
   <source>Change an offer</source>
   <translation>Modifier une offre</translation>
  </message>
  <message>
   <source>Left empty, it is the circle’s own.</source>
   <translation>Si ce champ est vide, elle vient du cercle lui-même.</translation>
  </message>
  <message>
   <source>Left empty, the title stands for it.</source>
   <translation>Laissé vide, le titre en tient lieu.</translation>
  </message>
  <message>
   <source>{title} is saved</source>
   <translation>{title} est enregistré</translation>
  </message>
  <message>
   <source>{title} removed</source>
   <translation>{title} : retiré</translation>
  </message>
 </context>
 <context>
  <name>ListingTable</name>
  <message>
   <source>Change…</source>
   <translation>Modifier…</translation>
  </message>
  <message>
   <source>Choose a request first.</source>
   <translation>Choisissez d’abord une demande.</translation>
  </message>
  <message>
   <source>Ended in {year}</source>
   <translation>Terminée en {year}</translation>
  </message>
  <message>
   <source>Ended on {day}</source>
   <translation>Terminée le {day}</translation>
  </message>
  <message>
   <source>Find someone…</source>
   <translation>Trouver quelqu’un…</translation>
  </message>
  <message>
   <source>Mark as: {state}</source>
   <translation>Marquer comme : {state}</translation>
  </message>
  <message>
   <source>Matched for {day}</source>
   <translation>Pourvue pour le {day}</translation>
  </message>
  <message>
   <source>No offer yet</source>
   <translation>Aucune offre pour l’instant</translation>
  </message>
  <message>
   <source>No request yet</source>
   <translation>Aucune demande pour l’instant</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Noter un échange</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Show the person</source>
   <translation>Voir la personne</translation>
  </message>
  <message>
   <source>Somebody is found for this request already.</source>
   <translation>Quelqu’un est déjà trouvé pour cette demande.</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>This request has ended. Change its last day first.</source>
   <translation>Cette demande est terminée. Modifiez d’abord son dernier jour.</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
  <message>
   <source>What would somebody learn?</source>
   <translation>Qu’est-ce que quelqu’un aimerait apprendre ?</translation>
  </message>
  <message>
   <source>What would somebody teach?</source>
   <translation>Qu’est-ce que quelqu’un aimerait enseigner ?</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Qui</translation>
  </message>
  <message>
   <source>{title} removed</source>
   <translation>{title} : retiré</translation>
  </message>
 </context>
 <context>
  <name>Lists</name>
  <message numerus="yes">
   <source>%n row(s) are in {file}. Whoever has the file can read it.</source>
   <translation>
    <numerusform>%n ligne se trouve dans {file}. Quiconque a le fichier peut le lire.</numerusform>
    <numerusform>%n lignes se trouvent dans {file}. Quiconque a le fichier peut le lire.</numerusform>
   </translation>
  </message>
  <message>
   <source>Address book (vCard)</source>
   <translation>Carnet d’adresses (vCard)</translation>
  </message>
  <message>
   <source>All details of these people, as a CSV table</source>
   <translation>Toutes les données de ces personnes, en tableau CSV</translation>
  </message>
  <message>
   <source>All details of these people, as a spreadsheet (Excel)</source>
   <translation>Toutes les données de ces personnes, en feuille de calcul (Excel)</translation>
  </message>
  <message>
   <source>All details, as a CSV table</source>
   <translation>Toutes les données, en tableau CSV</translation>
  </message>
  <message>
   <source>All details, as a spreadsheet (Excel)</source>
   <translation>Toutes les données, en feuille de calcul (Excel)</translation>
  </message>
  <message>
   <source>CSV table, as the list is seen</source>
   <translation>Tableau CSV, la liste telle qu’on la voit</translation>
  </message>
  <message>
   <source>Calendar (iCalendar)</source>
   <translation>Calendrier (iCalendar)</translation>
  </message>
  <message>
   <source>Everything, for programs (JSON)</source>
   <translation>Tout, pour d’autres programmes (JSON)</translation>
  </message>
  <message>
   <source>PDF, as the list is seen</source>
   <translation>PDF, la liste telle qu’on la voit</translation>
  </message>
  <message>
   <source>Print this list…</source>
   <translation>Imprimer cette liste…</translation>
  </message>
  <message>
   <source>Print “{list}”</source>
   <translation>Imprimer « {list} »</translation>
  </message>
  <message>
   <source>Save this list as…</source>
   <translation>Enregistrer cette liste sous…</translation>
  </message>
  <message>
   <source>Save “{list}” as</source>
   <translation>Enregistrer « {list} » sous</translation>
  </message>
  <message>
   <source>Saving {file}</source>
   <translation>Enregistrement de {file}</translation>
  </message>
  <message>
   <source>Spreadsheet (Excel), as the list is seen</source>
   <translation>Feuille de calcul (Excel), la liste telle qu’on la voit</translation>
  </message>
  <message>
   <source>Whoever finds the paper can read it.</source>
   <translation>Quiconque trouve le papier peut le lire.</translation>
  </message>
  <message>
   <source>“{words}”</source>
   <translation>« {words} »</translation>
  </message>
 </context>
 <context>
  <name>LockCard</name>
  <message numerus="yes">
   <source>After %n minute(s)</source>
   <translation>
    <numerusform>Après %n minute</numerusform>
    <numerusform>Après %n minutes</numerusform>
   </translation>
  </message>
  <message>
   <source>Change the passphrase…</source>
   <translation>Changer la phrase secrète…</translation>
  </message>
  <message>
   <source>Lock when nobody uses it</source>
   <translation>Verrouiller quand personne ne s’en sert</translation>
  </message>
  <message>
   <source>Never</source>
   <translation>Jamais</translation>
  </message>
  <message>
   <source>Passphrase and lock</source>
   <translation>Phrase secrète et verrouillage</translation>
  </message>
  <message>
   <source>Set a passphrase…</source>
   <translation>Choisir une phrase secrète…</translation>
  </message>
  <message>
   <source>Take the passphrase off…</source>
   <translation>Retirer la phrase secrète…</translation>
  </message>
  <message>
   <source>This circle opens with a passphrase on this laptop. While it is locked, nothing is shared.</source>
   <translation>Sur cet ordinateur, ce cercle s’ouvre avec une phrase secrète. Tant qu’il est verrouillé, rien n’est partagé.</translation>
  </message>
  <message>
   <source>Whoever uses your account on this laptop can open this circle. A passphrase changes that.</source>
   <translation>Toute personne qui utilise votre compte sur cet ordinateur peut ouvrir ce cercle. Une phrase secrète y remédie.</translation>
  </message>
 </context>
 <context>
  <name>Locked</name>
  <message>
   <source>Go to {circle}</source>
   <translation>Aller à {circle}</translation>
  </message>
  <message>
   <source>Nothing is shared until it is opened again.</source>
   <translation>Rien n’est partagé tant que le cercle n’est pas rouvert.</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Passphrase</source>
   <translation>Phrase secrète</translation>
  </message>
  <message>
   <source>They are opened as soon as the circle is: {names}.</source>
   <translation>Ils seront ouverts dès que le cercle le sera : {names}.</translation>
  </message>
  <message>
   <source>What you had begun is kept.</source>
   <translation>Ce que vous aviez commencé est gardé.</translation>
  </message>
  <message>
   <source>{circle} is locked</source>
   <translation>{circle} est verrouillé</translation>
  </message>
  <message>
   <source>{name} is not there.</source>
   <translation>{name} n’est pas là.</translation>
  </message>
  <message>
   <source>{name} is opened as soon as the circle is.</source>
   <translation>{name} sera ouvert dès que le cercle le sera.</translation>
  </message>
 </context>
 <context>
  <name>Lockup</name>
  <message numerus="yes">
   <source>Nobody used it for %n minute(s).</source>
   <translation>
    <numerusform>Personne ne s’en est servi pendant %n minute.</numerusform>
    <numerusform>Personne ne s’en est servi pendant %n minutes.</numerusform>
   </translation>
  </message>
  <message>
   <source>Without a passphrase nothing locks. Set one first.</source>
   <translation>Sans phrase secrète, rien ne se verrouille. Choisissez-en une d’abord.</translation>
  </message>
 </context>
 <context>
  <name>MainMenu</name>
  <message>
   <source>&amp;Circle</source>
   <translation>&amp;Cercle</translation>
  </message>
  <message>
   <source>&amp;Edit</source>
   <translation>É&amp;dition</translation>
  </message>
  <message>
   <source>&amp;Go to</source>
   <translation>&amp;Aller à</translation>
  </message>
  <message>
   <source>&amp;Help</source>
   <translation>&amp;Aide</translation>
  </message>
  <message>
   <source>&amp;New</source>
   <translation>&amp;Nouveau</translation>
  </message>
  <message>
   <source>Add a member</source>
   <translation>Ajouter un membre</translation>
  </message>
  <message>
   <source>Add a request</source>
   <translation>Ajouter une demande</translation>
  </message>
  <message>
   <source>Add an offer</source>
   <translation>Ajouter une offre</translation>
  </message>
  <message>
   <source>All menus</source>
   <translation>Tous les menus</translation>
  </message>
  <message>
   <source>Begin a new circle…</source>
   <translation>Commencer un nouveau cercle…</translation>
  </message>
  <message>
   <source>Circles on this laptop</source>
   <translation>Cercles sur cet ordinateur</translation>
  </message>
  <message>
   <source>Close the window</source>
   <translation>Fermer la fenêtre</translation>
  </message>
  <message>
   <source>Find or do anything…</source>
   <translation>Tout trouver, tout faire…</translation>
  </message>
  <message>
   <source>Hall mode</source>
   <translation>Mode salle</translation>
  </message>
  <message>
   <source>Join a circle…</source>
   <translation>Rejoindre un cercle…</translation>
  </message>
  <message>
   <source>Keys…</source>
   <translation>Raccourcis clavier…</translation>
  </message>
  <message>
   <source>Lock now</source>
   <translation>Verrouiller maintenant</translation>
  </message>
  <message>
   <source>Make a problem report…</source>
   <translation>Faire un rapport de problème…</translation>
  </message>
  <message>
   <source>Note what somebody learned</source>
   <translation>Noter ce que quelqu’un a appris</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Prévoir une rencontre</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Noter un échange</translation>
  </message>
  <message>
   <source>Same exchange again</source>
   <translation>Encore le même échange</translation>
  </message>
  <message>
   <source>Share now</source>
   <translation>Partager maintenant</translation>
  </message>
  <message>
   <source>Who came today?</source>
   <translation>Qui est venu aujourd’hui ?</translation>
  </message>
 </context>
 <context>
  <name>MeetupForm</name>
  <message>
   <source>Change a meetup</source>
   <translation>Modifier une rencontre</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Prévoir une rencontre</translation>
  </message>
  <message>
   <source>Plan it</source>
   <translation>Prévoir</translation>
  </message>
  <message>
   <source>{title} changed</source>
   <translation>{title} : modifié</translation>
  </message>
  <message>
   <source>{title} planned</source>
   <translation>{title} : prévu</translation>
  </message>
  <message numerus="yes">
   <source>{title}: %n meetup(s) planned</source>
   <translation>
    <numerusform>{title} : %n rencontre prévue</numerusform>
    <numerusform>{title} : %n rencontres prévues</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MeetupList</name>
  <message>
   <source>Came</source>
   <translation>Venus</translation>
  </message>
  <message>
   <source>Coming</source>
   <translation>Viennent</translation>
  </message>
  <message>
   <source>Meetups</source>
   <translation>Rencontres</translation>
  </message>
  <message>
   <source>No meetup yet</source>
   <translation>Aucune rencontre pour l’instant</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lieu</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Prévoir une rencontre</translation>
  </message>
  <message>
   <source>Plan one, and it is in everyone’s calendar.</source>
   <translation>Prévoyez-en une, et elle est dans le calendrier de tous.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Search meetups by title and place</source>
   <translation>Rechercher des rencontres par titre et lieu</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>{title} removed</source>
   <translation>{title} : retiré</translation>
  </message>
 </context>
 <context>
  <name>MeetupPane</name>
  <message numerus="yes">
   <source>%n came</source>
   <translation>
    <numerusform>%n personne est venue</numerusform>
    <numerusform>%n personnes sont venues</numerusform>
   </translation>
  </message>
  <message>
   <source>Call off</source>
   <translation>Annuler la rencontre</translation>
  </message>
  <message>
   <source>Choose a meetup first, then once more.</source>
   <translation>Choisissez d’abord une rencontre, puis recommencez.</translation>
  </message>
  <message>
   <source>Choose a meetup to see its details.</source>
   <translation>Choisissez une rencontre pour en voir le détail.</translation>
  </message>
  <message>
   <source>Close the details</source>
   <translation>Fermer les détails</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Modifier</translation>
  </message>
  <message>
   <source>Host: {name}</source>
   <translation>Hôte : {name}</translation>
  </message>
  <message>
   <source>It takes place after all</source>
   <translation>La rencontre a bien lieu</translation>
  </message>
  <message>
   <source>No meetup chosen</source>
   <translation>Aucune rencontre choisie</translation>
  </message>
  <message>
   <source>No meetup on this day.</source>
   <translation>Pas de rencontre ce jour-là.</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Prévoir une rencontre</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>Affiche</translation>
  </message>
  <message>
   <source>Save who means to come as…</source>
   <translation>Enregistrer qui pense venir sous…</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Feuille de présence</translation>
  </message>
  <message>
   <source>Who came</source>
   <translation>Qui est venu</translation>
  </message>
  <message>
   <source>{title} called off</source>
   <translation>Rencontre annulée : {title}</translation>
  </message>
  <message>
   <source>{title} called off. Today says whom to tell.</source>
   <translation>Rencontre annulée : {title}. La page Aujourd’hui dit qui prévenir.</translation>
  </message>
  <message>
   <source>{title} takes place after all</source>
   <translation>{title} a bien lieu</translation>
  </message>
 </context>
 <context>
  <name>Meetups</name>
  <message>
   <source>Held</source>
   <translation>A eu lieu</translation>
  </message>
  <message>
   <source>Today at {time}: {title}</source>
   <translation>Aujourd’hui à {time} : {title}</translation>
  </message>
  <message>
   <source>{time}: {title}</source>
   <translation>{time} : {title}</translation>
  </message>
 </context>
 <context>
  <name>MeetupsPage</name>
  <message>
   <source>Earlier in the calendar</source>
   <translation>Plus tôt dans le calendrier</translation>
  </message>
  <message>
   <source>Edit the chosen meetup</source>
   <translation>Modifier la rencontre choisie</translation>
  </message>
  <message>
   <source>Go to today</source>
   <translation>Aller à aujourd’hui</translation>
  </message>
  <message>
   <source>How to look at meetups</source>
   <translation>Comment voir les rencontres</translation>
  </message>
  <message>
   <source>Later in the calendar</source>
   <translation>Plus tard dans le calendrier</translation>
  </message>
  <message>
   <source>List</source>
   <translation>Liste</translation>
  </message>
  <message>
   <source>Meetups</source>
   <translation>Rencontres</translation>
  </message>
  <message>
   <source>Meetups of one name have one colour. What is called off is struck through.</source>
   <translation>Les rencontres du même nom ont la même couleur. Ce qui est annulé est barré.</translation>
  </message>
  <message>
   <source>Month</source>
   <translation>Mois</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Prévoir une rencontre</translation>
  </message>
  <message>
   <source>Show meetups as a list</source>
   <translation>Afficher les rencontres en liste</translation>
  </message>
  <message>
   <source>Show the month</source>
   <translation>Afficher le mois</translation>
  </message>
  <message>
   <source>Show the week</source>
   <translation>Afficher la semaine</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
  <message>
   <source>Week</source>
   <translation>Semaine</translation>
  </message>
  <message>
   <source>export csv spreadsheet excel download answers</source>
   <translation>exporter csv tableur excel télécharger réponses</translation>
  </message>
  <message>
   <source>print paper pdf</source>
   <translation>imprimer papier pdf</translation>
  </message>
 </context>
 <context>
  <name>MemberPane</name>
  <message>
   <source>Age</source>
   <translation>Âge</translation>
  </message>
  <message>
   <source>Agreed to</source>
   <translation>A donné son accord</translation>
  </message>
  <message>
   <source>Choose somebody to see their details.</source>
   <translation>Choisissez quelqu’un pour voir sa fiche.</translation>
  </message>
  <message numerus="yes">
   <source>Consent expires in %n day(s)</source>
   <translation>
    <numerusform>L’accord expire dans %n jour</numerusform>
    <numerusform>L’accord expire dans %n jours</numerusform>
   </translation>
  </message>
  <message>
   <source>Consent has ended</source>
   <translation>L’accord a pris fin</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Contact</translation>
  </message>
  <message>
   <source>Edit</source>
   <translation>Modifier</translation>
  </message>
  <message>
   <source>Erase for good…</source>
   <translation>Effacer définitivement…</translation>
  </message>
  <message>
   <source>Everything held on them…</source>
   <translation>Tout ce qui est conservé sur cette personne…</translation>
  </message>
  <message>
   <source>Has learned</source>
   <translation>A appris</translation>
  </message>
  <message>
   <source>History…</source>
   <translation>Historique…</translation>
  </message>
  <message>
   <source>Hour balance</source>
   <translation>Solde d’heures</translation>
  </message>
  <message>
   <source>Languages</source>
   <translation>Langues</translation>
  </message>
  <message>
   <source>Learning record…</source>
   <translation>Acquis…</translation>
  </message>
  <message>
   <source>Leaves the circle…</source>
   <translation>Quitte le cercle…</translation>
  </message>
  <message>
   <source>Member card…</source>
   <translation>Carte de membre…</translation>
  </message>
  <message>
   <source>Member number</source>
   <translation>Numéro de membre</translation>
  </message>
  <message>
   <source>Merge with…</source>
   <translation>Réunir avec…</translation>
  </message>
  <message>
   <source>Merged with</source>
   <translation>Réuni avec</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Plus</translation>
  </message>
  <message>
   <source>Next meetup</source>
   <translation>Prochaine rencontre</translation>
  </message>
  <message>
   <source>Note what they learned…</source>
   <translation>Noter un acquis…</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Propose</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Noter un échange</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Removed</source>
   <translation>Retiré</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Statement of hours…</source>
   <translation>Relevé d’heures…</translation>
  </message>
  <message>
   <source>Take apart</source>
   <translation>Séparer</translation>
  </message>
  <message>
   <source>Taken apart</source>
   <translation>Séparés</translation>
  </message>
  <message>
   <source>Under 18</source>
   <translation>Moins de 18 ans</translation>
  </message>
  <message>
   <source>Under 18: note guardian and emergency contact</source>
   <translation>Moins de 18 ans : noter responsable et contact d’urgence</translation>
  </message>
  <message>
   <source>Wants to learn</source>
   <translation>Veut apprendre</translation>
  </message>
  <message>
   <source>What they agreed to…</source>
   <translation>Ses accords…</translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>member since {month}</source>
   <translation>membre depuis {month}</translation>
  </message>
  <message>
   <source>{balance}  ({given} given, {received} received)</source>
   <translation>{balance}  ({given} donnés, {received} reçus)</translation>
  </message>
  <message>
   <source>{balance}  ({given} given, {received} received, {brought} at the beginning)</source>
   <translation>{balance}  ({given} donnés, {received} reçus, {brought} au départ)</translation>
  </message>
  <message>
   <source>{field} of {name} was not changed. {sentence}</source>
   <translation>{field} de {name} n’a pas été modifié. {sentence}</translation>
  </message>
  <message>
   <source>{purpose}, until {day}</source>
   <translation>{purpose}, jusqu’au {day}</translation>
  </message>
 </context>
 <context>
  <name>Mended</name>
  <message numerus="yes">
   <source>%n change(s) that nobody else has could not be read.</source>
   <translation>
    <numerusform>%n modification que personne d’autre n’a n’a pas pu être lue.</numerusform>
    <numerusform>%n modifications que personne d’autre n’a n’ont pas pu être lues.</numerusform>
   </translation>
  </message>
  <message>
   <source>All that its lists showed has been brought over; of some of it nobody knows any more who had entered it, and what it said before.</source>
   <translation>Tout ce que ses listes montraient a été repris ; pour une partie, on ne sait plus qui l’avait saisi ni ce qui était écrit auparavant.</translation>
  </message>
  <message>
   <source>Everything that was in it has been brought over.</source>
   <translation>Tout ce qu’il contenait a été repris.</translation>
  </message>
  <message>
   <source>How many changes that were, nobody can tell.</source>
   <translation>Combien de modifications c’étaient, personne ne peut le dire.</translation>
  </message>
  <message>
   <source>Members: {members} · Exchanges: {swaps} · Meetups: {meetups}</source>
   <translation>Membres : {members} · Échanges : {swaps} · Rencontres : {meetups}</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>Ouvrir {name}</translation>
  </message>
  <message>
   <source>Some of it could not be read. It comes back by sharing with the hub or another laptop.</source>
   <translation>Une partie n’a pas pu être lue. Elle reviendra au prochain partage avec le serveur ou un autre ordinateur.</translation>
  </message>
  <message>
   <source>Some of it could not be read. No other laptop and no hub has that: it may be in a backup.</source>
   <translation>Une partie n’a pas pu être lue. Aucun autre ordinateur ni serveur ne l’a : elle est peut-être dans une sauvegarde.</translation>
  </message>
  <message>
   <source>Some of what this laptop had not shared yet could not be read: look through what came last.</source>
   <translation>Une partie de ce que cet ordinateur n’avait pas encore partagé n’a pas pu être lue : vérifiez vos dernières saisies.</translation>
  </message>
  <message>
   <source>The damaged file is kept beside it: {file}</source>
   <translation>Le fichier endommagé est gardé à côté : {file}</translation>
  </message>
  <message>
   <source>{gone} of {of} could not be read</source>
   <translation>{gone} sur {of} n’ont pas pu être lus</translation>
  </message>
  <message>
   <source>{name} is mended</source>
   <translation>{name} est réparé</translation>
  </message>
 </context>
 <context>
  <name>MergeMember</name>
  <message>
   <source>Merge</source>
   <translation>Réunir</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Réunis</translation>
  </message>
  <message>
   <source>Who is the same person as {name}?</source>
   <translation>Qui est la même personne que {name} ?</translation>
  </message>
 </context>
 <context>
  <name>MonthDelegate</name>
  <message numerus="yes">
   <source>+%n more</source>
   <translation>
    <numerusform>+%n autre</numerusform>
    <numerusform>+%n autres</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>NoMeetupToday</name>
  <message>
   <source>Plan a meetup</source>
   <translation>Prévoir une rencontre</translation>
  </message>
  <message>
   <source>The latest one was “{title}”, {when}.</source>
   <translation>La dernière était « {title} », {when}.</translation>
  </message>
  <message>
   <source>There is no meetup today.</source>
   <translation>Il n’y a pas de rencontre aujourd’hui.</translation>
  </message>
  <message>
   <source>There was none before, either.</source>
   <translation>Il n’y en a pas eu avant non plus.</translation>
  </message>
  <message>
   <source>Who came there</source>
   <translation>Qui y est venu</translation>
  </message>
 </context>
 <context>
  <name>NoSheet</name>
  <message>
   <source>Make the recovery sheet first…</source>
   <translation>Faire d’abord la feuille de secours…</translation>
  </message>
  <message>
   <source>There is no recovery sheet: if the passphrase is forgotten, the circle is lost on this laptop.</source>
   <translation>Il n’y a pas de feuille de secours : si la phrase secrète est oubliée, le cercle est perdu sur cet ordinateur.</translation>
  </message>
 </context>
 <context>
  <name>NotWritten</name>
  <message>
   <source>Not written down yet: {names}.</source>
   <translation>Pas encore noté : {names}.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
 </context>
 <context>
  <name>Noticeboard</name>
  <message>
   <source>About no. ______</source>
   <translation>Au sujet du n° ______</translation>
  </message>
  <message>
   <source>Nobody is looking for anything yet. What would you like to learn?</source>
   <translation>Personne ne cherche encore rien. Qu’aimeriez-vous apprendre ?</translation>
  </message>
  <message>
   <source>Nothing is on offer yet. What could you show others?</source>
   <translation>Rien n’est encore proposé. Que pourriez-vous montrer aux autres ?</translation>
  </message>
  <message>
   <source>We look for</source>
   <translation>Nous cherchons</translation>
  </message>
  <message>
   <source>We offer</source>
   <translation>Nous proposons</translation>
  </message>
 </context>
 <context>
  <name>OneOrTwo</name>
  <message>
   <source>Is that one person, or two?</source>
   <translation>Est-ce une personne, ou deux ?</translation>
  </message>
  <message>
   <source>One: {name}</source>
   <translation>Une : {name}</translation>
  </message>
  <message>
   <source>Two: {names}</source>
   <translation>Deux : {names}</translation>
  </message>
 </context>
 <context>
  <name>OpeningBalances</name>
  <message numerus="yes">
   <source>%n more: search for them.</source>
   <translation>
    <numerusform>%n autre : cherchez-le.</numerusform>
    <numerusform>%n autres : cherchez-les.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n opening balance(s) brought in</source>
   <translation>
    <numerusform>%n solde de départ ajouté</numerusform>
    <numerusform>%n soldes de départ ajoutés</numerusform>
   </translation>
  </message>
  <message>
   <source>Bring them in</source>
   <translation>Les ajouter</translation>
  </message>
  <message>
   <source>Hours that {name} had before</source>
   <translation>Heures que {name} avait avant</translation>
  </message>
  <message>
   <source>Opening balances</source>
   <translation>Soldes de départ</translation>
  </message>
  <message>
   <source>Search members</source>
   <translation>Chercher des membres</translation>
  </message>
  <message>
   <source>Type somebody’s hours first.</source>
   <translation>Tapez d’abord les heures de quelqu’un.</translation>
  </message>
  <message>
   <source>What members had before, in hours: 2:30 or 2.5, with a minus where they owe. It is added to what they have now, and the circle’s pot balances it.</source>
   <translation>Ce que les membres avaient avant, en heures : 2:30 ou 2,5, avec un moins s’ils doivent. C’est ajouté à ce qu’ils ont maintenant, et le pot du cercle l’équilibre.</translation>
  </message>
 </context>
 <context>
  <name>OrEmpty</name>
  <message>
   <source>Nothing found</source>
   <translation>Rien trouvé</translation>
  </message>
  <message>
   <source>Nothing here</source>
   <translation>Rien ici</translation>
  </message>
  <message>
   <source>Try fewer letters.</source>
   <translation>Essayez avec moins de lettres.</translation>
  </message>
 </context>
 <context>
  <name>OthersItem</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
 </context>
 <context>
  <name>OthersWork</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>In the public domain</source>
   <translation>Dans le domaine public</translation>
  </message>
  <message>
   <source>Learning Circles is made with the work of many others:</source>
   <translation>Learning Circles est fait avec le travail de beaucoup d’autres :</translation>
  </message>
  <message>
   <source>Libraries and licences</source>
   <translation>Bibliothèques et licences</translation>
  </message>
  <message>
   <source>The licences themselves lie beside the program, in {file}.</source>
   <translation>Les licences elles-mêmes se trouvent à côté du programme, dans {file}.</translation>
  </message>
 </context>
 <context>
  <name>Pane</name>
  <message>
   <source>Close the details</source>
   <translation>Fermer les détails</translation>
  </message>
 </context>
 <context>
  <name>Passphrase</name>
  <message>
   <source>Change the passphrase</source>
   <translation>Changer la phrase secrète</translation>
  </message>
  <message>
   <source>Current passphrase</source>
   <translation>La phrase secrète actuelle</translation>
  </message>
  <message>
   <source>Nobody can restore a forgotten passphrase: only the recovery sheet opens the circle again.</source>
   <translation>Personne ne peut retrouver une phrase secrète oubliée : seule la feuille de secours rouvre le cercle.</translation>
  </message>
  <message>
   <source>Passphrase (at least 8 letters)</source>
   <translation>Phrase secrète (au moins 8 lettres)</translation>
  </message>
  <message>
   <source>Set a passphrase</source>
   <translation>Choisir une phrase secrète</translation>
  </message>
  <message>
   <source>Take it off</source>
   <translation>La retirer</translation>
  </message>
  <message>
   <source>Take the passphrase off</source>
   <translation>Retirer la phrase secrète</translation>
  </message>
  <message>
   <source>The passphrase is changed: the new one opens this circle from now on.</source>
   <translation>La phrase secrète est changée : la nouvelle ouvre ce cercle désormais.</translation>
  </message>
  <message>
   <source>The passphrase is set: it opens this circle from now on.</source>
   <translation>La phrase secrète est définie : elle ouvre ce cercle désormais.</translation>
  </message>
  <message>
   <source>The passphrase is taken off.</source>
   <translation>La phrase secrète est retirée.</translation>
  </message>
  <message>
   <source>The same once more</source>
   <translation>La même encore une fois</translation>
  </message>
  <message>
   <source>The two passphrases are not the same.</source>
   <translation>Les deux phrases secrètes ne sont pas identiques.</translation>
  </message>
  <message>
   <source>Use it from now on</source>
   <translation>L’utiliser désormais</translation>
  </message>
  <message>
   <source>Whoever uses your account on this laptop can open this circle then, and it no longer locks.</source>
   <translation>Quiconque utilise votre compte sur cet ordinateur pourra alors ouvrir ce cercle, et il ne se verrouillera plus.</translation>
  </message>
 </context>
 <context>
  <name>People</name>
  <message>
   <source>First letters of the name</source>
   <translation>Premières lettres du prénom</translation>
  </message>
  <message>
   <source>Nobody is found so. Type the first letters of the first name, or the whole name.</source>
   <translation>Personne ne correspond. Tapez les premières lettres du prénom, ou le nom entier.</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
  </message>
  <message>
   <source>{name} was chosen already. Somebody else is asked for now.</source>
   <translation>{name} a déjà été choisi(e). Il s’agit maintenant de quelqu’un d’autre.</translation>
  </message>
 </context>
 <context>
  <name>PeopleFilter</name>
  <message>
   <source>Age</source>
   <translation>Âge</translation>
  </message>
  <message>
   <source>Clear the filters</source>
   <translation>Effacer les filtres</translation>
  </message>
  <message>
   <source>Filter</source>
   <translation>Filtrer</translation>
  </message>
  <message>
   <source>Filter: {by}</source>
   <translation>Filtre : {by}</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Neighbourhood</source>
   <translation>Quartier</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un instant…</translation>
  </message>
  <message>
   <source>Skill</source>
   <translation>Savoir</translation>
  </message>
 </context>
 <context>
  <name>PeoplePage</name>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n personne</numerusform>
    <numerusform>%n personnes</numerusform>
   </translation>
  </message>
  <message>
   <source>Add a member</source>
   <translation>Ajouter un membre</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Ajouter un membre</translation>
  </message>
  <message>
   <source>Add the first member by name. Everything else can wait.</source>
   <translation>Ajoutez le premier membre par son nom. Tout le reste peut attendre.</translation>
  </message>
  <message>
   <source>All, also those who left</source>
   <translation>Tous, aussi ceux qui sont partis</translation>
  </message>
  <message>
   <source>Choose somebody first, then once more.</source>
   <translation>Choisissez d’abord quelqu’un, puis recommencez.</translation>
  </message>
  <message>
   <source>Edit the chosen member</source>
   <translation>Modifier le membre choisi</translation>
  </message>
  <message>
   <source>Everyone here</source>
   <translation>Tout le cercle</translation>
  </message>
  <message>
   <source>Filter the members…</source>
   <translation>Filtrer les membres…</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Heures</translation>
  </message>
  <message>
   <source>Import</source>
   <translation>Importer</translation>
  </message>
  <message>
   <source>Import members…</source>
   <translation>Importer des membres…</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>Membres</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Neighbourhood</source>
   <translation>Quartier</translation>
  </message>
  <message>
   <source>Nobody found</source>
   <translation>Personne ne correspond</translation>
  </message>
  <message>
   <source>Nobody here yet</source>
   <translation>Encore personne ici</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Propose</translation>
  </message>
  <message>
   <source>People</source>
   <translation>Personnes</translation>
  </message>
  <message>
   <source>Recently removed</source>
   <translation>Retirés récemment</translation>
  </message>
  <message>
   <source>Search members</source>
   <translation>Chercher des membres</translation>
  </message>
  <message>
   <source>Search names, skills, neighbourhoods</source>
   <translation>Chercher noms, savoir-faire, quartiers</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Statut</translation>
  </message>
  <message>
   <source>Wants</source>
   <translation>Cherche</translation>
  </message>
  <message>
   <source>Which members</source>
   <translation>Quels membres</translation>
  </message>
  <message>
   <source>print paper pdf</source>
   <translation>imprimer papier pdf</translation>
  </message>
  <message>
   <source>{name} removed</source>
   <translation>{name} : retiré</translation>
  </message>
 </context>
 <context>
  <name>PlaceForm</name>
  <message>
   <source>Add a place</source>
   <translation>Ajouter un lieu</translation>
  </message>
  <message>
   <source>Change a place</source>
   <translation>Modifier un lieu</translation>
  </message>
  <message>
   <source>{name} is saved</source>
   <translation>{name} est enregistré</translation>
  </message>
  <message>
   <source>{name} removed</source>
   <translation>{name} : retiré</translation>
  </message>
 </context>
 <context>
  <name>PlaceTable</name>
  <message>
   <source>Add a place</source>
   <translation>Ajouter un lieu</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Change…</source>
   <translation>Modifier…</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>No place yet</source>
   <translation>Aucun lieu pour l’instant</translation>
  </message>
  <message>
   <source>Our places</source>
   <translation>Nos lieux</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Room for</source>
   <translation>Places</translation>
  </message>
  <message>
   <source>Where do you meet? A hall, a kitchen, a bench under a tree.</source>
   <translation>Où vous retrouvez-vous ? Une salle, une cuisine, un banc sous un arbre.</translation>
  </message>
  <message>
   <source>{name} removed</source>
   <translation>{name} : retiré</translation>
  </message>
 </context>
 <context>
  <name>Poster</name>
  <message>
   <source>Everybody teaches something and everybody learns. You need not be a member to come.</source>
   <translation>Chacun enseigne quelque chose et chacun apprend. Vous pouvez venir sans être membre.</translation>
  </message>
  <message>
   <source>More and other dates: {address}</source>
   <translation>Plus d’informations et autres dates : {address}</translation>
  </message>
  <message>
   <source>The code puts the date into your telephone’s calendar.</source>
   <translation>Le code inscrit la date dans l’agenda de votre téléphone.</translation>
  </message>
  <message>
   <source>With {name}</source>
   <translation>Avec {name}</translation>
  </message>
 </context>
 <context>
  <name>PreviewModel</name>
  <message>
   <source>Also read</source>
   <translation>Lu aussi</translation>
  </message>
  <message>
   <source>Look at this</source>
   <translation>À vérifier</translation>
  </message>
  <message numerus="yes">
   <source>Looks like one of {names} and %n more, who are here already.</source>
   <translation>
    <numerusform>Ressemble à l’un de ceux-ci : {names} et %n autre, qui sont déjà ici.</numerusform>
    <numerusform>Ressemble à l’un de ceux-ci : {names} et %n autres, qui sont déjà ici.</numerusform>
   </translation>
  </message>
  <message>
   <source>Looks like one of {names}, who are here already.</source>
   <translation>Ressemble à l’un de ceux-ci : {names}, qui sont déjà ici.</translation>
  </message>
  <message>
   <source>Looks like one that is here already.</source>
   <translation>Ressemble à quelque chose qui est déjà ici.</translation>
  </message>
  <message>
   <source>Looks like row {number}.</source>
   <translation>Ressemble à la ligne {number}.</translation>
  </message>
  <message>
   <source>Looks like {name}, who is here already.</source>
   <translation>Ressemble à {name}, qui est déjà ici.</translation>
  </message>
  <message>
   <source>Looks like “{name}”, which is here already.</source>
   <translation>Ressemble à « {name} », qui est déjà ici.</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Row</source>
   <translation>Ligne</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Under 18: please note a parent or guardian, and an emergency contact.</source>
   <translation>Moins de 18 ans : notez un parent ou un responsable légal, et une personne à prévenir.</translation>
  </message>
 </context>
 <context>
  <name>PrintPreview</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>It is on its way to the printer.</source>
   <translation>C’est parti vers l’imprimante.</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>Page {number} sur {pages}</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Print…</source>
   <translation>Imprimer…</translation>
  </message>
  <message>
   <source>Save as PDF</source>
   <translation>Enregistrer en PDF</translation>
  </message>
  <message>
   <source>Save as PDF…</source>
   <translation>Enregistrer en PDF…</translation>
  </message>
  <message>
   <source>The pages are being drawn</source>
   <translation>Les pages sont en préparation</translation>
  </message>
  <message>
   <source>These are the first pages; print and file hold all of them.</source>
   <translation>Ce sont les premières pages ; l’impression et le fichier les contiennent toutes.</translation>
  </message>
  <message>
   <source>{name} is in {folder}. It is not opened, since whatever opens it may remember it.</source>
   <translation>{name} est dans {folder}. Le fichier n’est pas ouvert, car le programme qui l’ouvre pourrait le garder en mémoire.</translation>
  </message>
  <message>
   <source>{name} is in {folder}. Whoever has the file can read it.</source>
   <translation>{name} est dans {folder}. Quiconque a le fichier peut le lire.</translation>
  </message>
 </context>
 <context>
  <name>ProblemReport</name>
  <message>
   <source>Problem report</source>
   <translation>Rapport de problème</translation>
  </message>
  <message>
   <source>Texts (*.txt)</source>
   <translation>Textes (*.txt)</translation>
  </message>
  <message>
   <source>The report is written. It names nobody.</source>
   <translation>Le rapport est écrit. Il ne nomme personne.</translation>
  </message>
  <message>
   <source>problem report</source>
   <translation>rapport de problème</translation>
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>This cannot be stopped halfway. Please leave the laptop on until it is done.</source>
   <translation>Cela ne peut pas s’arrêter à mi-chemin. Laissez l’ordinateur allumé jusqu’à la fin.</translation>
  </message>
 </context>
 <context>
  <name>PromisedCards</name>
  <message numerus="yes">
   <source>%n request(s) with more than one exchange proposed</source>
   <translation>
    <numerusform>%n demande avec plus d’un échange proposé</numerusform>
    <numerusform>%n demandes avec plus d’un échange proposé</numerusform>
   </translation>
  </message>
  <message>
   <source>Decline the exchange that is not needed, so that nobody comes in vain.</source>
   <translation>Refusez l’échange qui n’est pas nécessaire, pour que personne ne vienne en vain.</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Voir</translation>
  </message>
  <message>
   <source>Show: {what}</source>
   <translation>Voir : {what}</translation>
  </message>
  <message>
   <source>{name} asks for “{title}” once, and more than one is expected: {helpers}</source>
   <translation>{name} demande « {title} » une seule fois, et plus d’un échange est prévu : {helpers}</translation>
  </message>
 </context>
 <context>
  <name>Proposals</name>
  <message>
   <source>Suggestions</source>
   <translation>Suggestions</translation>
  </message>
 </context>
 <context>
  <name>QAbstractFileIconProvider</name>
  <message>
   <source>%1 File</source>
   <translation>Fichier %1</translation>
  </message>
  <message>
   <source>Drive</source>
   <translation>Disque</translation>
  </message>
  <message>
   <source>File</source>
   <translation>Fichier</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
 </context>
 <context>
  <name>QFileDialog</name>
  <message>
   <source>&amp;Look in:</source>
   <translation>&amp;Regarder dans :</translation>
  </message>
  <message>
   <source>Files of &amp;type:</source>
   <translation>&amp;Type de fichier :</translation>
  </message>
 </context>
 <context>
  <name>QPageSetupWidget</name>
  <message>
   <source>Page &amp;order:</source>
   <translation>&amp;Ordre des pages :</translation>
  </message>
  <message>
   <source>Pages &amp;per sheet:</source>
   <translation>Pages par &amp;feuille :</translation>
  </message>
 </context>
 <context>
  <name>QPrintSettingsOutput</name>
  <message>
   <source>Double Sided Printing</source>
   <translation>Impression recto verso</translation>
  </message>
  <message>
   <source>Long side binding</source>
   <translation>Reliure sur le grand côté</translation>
  </message>
  <message>
   <source>Off</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>Page &amp;Set:</source>
   <translation>Ensemble de &amp;pages :</translation>
  </message>
  <message>
   <source>Pages</source>
   <translation>Pages</translation>
  </message>
  <message>
   <source>Short side binding</source>
   <translation>Reliure sur le petit côté</translation>
  </message>
  <message>
   <source>Specify pages or ranges separated by commas. Ranges are specified by two numbers separated by a hyphen. E.g: 3,5-7,9 prints pages 3, 5, 6, 7 and 9.</source>
   <translation>Des pages ou des suites de pages, séparées par des virgules. Une suite se dit par deux numéros avec un tiret. Par exemple, 3,5-7,9 imprime les pages 3, 5, 6, 7 et 9.</translation>
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
   <translation>Suppr</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Entrée</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Échap</translation>
  </message>
  <message>
   <source>Return</source>
   <translation>Entrée</translation>
  </message>
  <message>
   <source>Shift</source>
   <translation>Maj</translation>
  </message>
 </context>
 <context>
  <name>ReachEditor</name>
  <message>
   <source>Everybody, on the web too</source>
   <translation>Tout le monde, aussi sur le web</translation>
  </message>
  <message>
   <source>Only this circle</source>
   <translation>Seulement ce cercle</translation>
  </message>
  <message>
   <source>The circles of the region</source>
   <translation>Les cercles de la région</translation>
  </message>
 </context>
 <context>
  <name>ReadAs</name>
  <message>
   <source>Letters look wrong? Read it as</source>
   <translation>Lettres fausses ? Lire comme</translation>
  </message>
 </context>
 <context>
  <name>RecentlyRemoved</name>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Nothing was removed.</source>
   <translation>Rien n’a été retiré.</translation>
  </message>
  <message>
   <source>Recently removed</source>
   <translation>Retirés récemment</translation>
  </message>
  <message>
   <source>Restore</source>
   <translation>Restaurer</translation>
  </message>
  <message>
   <source>Restore all of them</source>
   <translation>Tout rétablir</translation>
  </message>
  <message>
   <source>Search what was removed</source>
   <translation>Chercher dans ce qui a été retiré</translation>
  </message>
  <message>
   <source>What is removed from a list can be brought back here.</source>
   <translation>Ce que l’on retire d’une liste se rétablit ici.</translation>
  </message>
 </context>
 <context>
  <name>RecordPane</name>
  <message>
   <source>Details</source>
   <translation>Fiche</translation>
  </message>
 </context>
 <context>
  <name>RecoverySheet</name>
  <message>
   <source>1. Install Learning Circles on a laptop and open it.</source>
   <translation>1. Installez Learning Circles sur un ordinateur et ouvrez-le.</translation>
  </message>
  <message>
   <source>2. Choose “Get a circle back”.</source>
   <translation>2. Choisissez « Retrouver un cercle ».</translation>
  </message>
  <message>
   <source>3. Type the 24 words, or choose a picture of the code.</source>
   <translation>3. Tapez les 24 mots, ou choisissez une photo du code.</translation>
  </message>
  <message>
   <source>4. Say where the records are: at the hub, or on a stick.</source>
   <translation>4. Dites où se trouvent les données : au serveur, ou sur une clé.</translation>
  </message>
  <message>
   <source>Hub: {address}</source>
   <translation>Serveur : {address}</translation>
  </message>
  <message>
   <source>Printed on {day}. An older sheet of this circle opens nothing any more.</source>
   <translation>Imprimée le {day}. Une feuille plus ancienne de ce cercle n’ouvre plus rien.</translation>
  </message>
  <message>
   <source>Recovery sheet of {circle}</source>
   <translation>Feuille de secours de {circle}</translation>
  </message>
  <message>
   <source>To get the circle back</source>
   <translation>Pour retrouver le cercle</translation>
  </message>
  <message>
   <source>With these words the circle can be opened again when its laptop is lost, stolen or broken. Whoever has them can read everything in the circle. Keep this sheet where you keep your papers, and show it to nobody.</source>
   <translation>Avec ces mots, le cercle peut être rouvert quand son ordinateur est perdu, volé ou en panne. Quiconque les possède peut tout lire dans le cercle. Rangez cette feuille avec vos papiers, et ne la montrez à personne.</translation>
  </message>
  <message>
   <source>none when this sheet was printed</source>
   <translation>aucun au moment de l’impression</translation>
  </message>
 </context>
 <context>
  <name>RemoveConfirmed</name>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Remove a confirmed exchange?</source>
   <translation>Retirer un échange confirmé ?</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>Annuler l’échange</translation>
  </message>
  <message>
   <source>Reversing it takes the hours back as well, and the exchange stays in the list.</source>
   <translation>L’annuler fait aussi revenir les heures, et l’échange reste dans la liste.</translation>
  </message>
  <message>
   <source>The hours go back: {provider} then has {gave}, and {receiver} {had}.</source>
   <translation>Les heures reviennent : {provider} a alors {gave}, et {receiver} {had}.</translation>
  </message>
  <message>
   <source>{provider} gave {receiver} {hours} on {day}.</source>
   <translation>{provider} a donné {hours} à {receiver} le {day}.</translation>
  </message>
 </context>
 <context>
  <name>RemoveSeveral</name>
  <message numerus="yes">
   <source>%n of them are confirmed: {hours} go back to where they were.</source>
   <translation>
    <numerusform>%n d’entre eux est confirmé : {hours} reviennent où elles étaient.</numerusform>
    <numerusform>%n d’entre eux sont confirmés : {hours} reviennent où elles étaient.</numerusform>
   </translation>
  </message>
  <message>
   <source>An exchange that is reversed instead stays in the list; its hours go back as well.</source>
   <translation>Un échange que l’on annule plutôt reste dans la liste ; ses heures reviennent aussi.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message numerus="yes">
   <source>Remove %n exchange(s)?</source>
   <translation>
    <numerusform>Retirer %n échange ?</numerusform>
    <numerusform>Retirer %n échanges ?</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Repeats</name>
  <message numerus="yes">
   <source>%n meetup(s), each first {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n rencontre, chaque premier {weekday} du mois jusqu’au {last}</numerusform>
    <numerusform>%n rencontres, chaque premier {weekday} du mois jusqu’au {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each fourth {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n rencontre, chaque quatrième {weekday} du mois jusqu’au {last}</numerusform>
    <numerusform>%n rencontres, chaque quatrième {weekday} du mois jusqu’au {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each last {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n rencontre, chaque dernier {weekday} du mois jusqu’au {last}</numerusform>
    <numerusform>%n rencontres, chaque dernier {weekday} du mois jusqu’au {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each second {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n rencontre, chaque deuxième {weekday} du mois jusqu’au {last}</numerusform>
    <numerusform>%n rencontres, chaque deuxième {weekday} du mois jusqu’au {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each third {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n rencontre, chaque troisième {weekday} du mois jusqu’au {last}</numerusform>
    <numerusform>%n rencontres, chaque troisième {weekday} du mois jusqu’au {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), every second {weekday} to {last}</source>
   <translation>
    <numerusform>%n rencontre, un {weekday} sur deux jusqu’au {last}</numerusform>
    <numerusform>%n rencontres, un {weekday} sur deux jusqu’au {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), {days} to {last}</source>
   <translation>
    <numerusform>%n rencontre, {days} jusqu’au {last}</numerusform>
    <numerusform>%n rencontres, {days} jusqu’au {last}</numerusform>
   </translation>
  </message>
  <message>
   <source>Fridays</source>
   <translation>les vendredis</translation>
  </message>
  <message>
   <source>Mondays</source>
   <translation>les lundis</translation>
  </message>
  <message>
   <source>Saturdays</source>
   <translation>les samedis</translation>
  </message>
  <message>
   <source>Sundays</source>
   <translation>les dimanches</translation>
  </message>
  <message>
   <source>Thursdays</source>
   <translation>les jeudis</translation>
  </message>
  <message>
   <source>Tuesdays</source>
   <translation>les mardis</translation>
  </message>
  <message>
   <source>Wednesdays</source>
   <translation>les mercredis</translation>
  </message>
 </context>
 <context>
  <name>RepeatsEditor</name>
  <message>
   <source>Every month, on that weekday</source>
   <translation>Chaque mois, ce jour de la semaine</translation>
  </message>
  <message>
   <source>Every two weeks</source>
   <translation>Toutes les deux semaines</translation>
  </message>
  <message>
   <source>Every week</source>
   <translation>Chaque semaine</translation>
  </message>
  <message>
   <source>How many times</source>
   <translation>Combien de fois</translation>
  </message>
  <message>
   <source>Once</source>
   <translation>Une seule fois</translation>
  </message>
  <message>
   <source>This many times</source>
   <translation>Tant de fois</translation>
  </message>
  <message>
   <source>Until a day</source>
   <translation>Jusqu’à un jour</translation>
  </message>
  <message>
   <source>When it ends</source>
   <translation>Quand cela finit</translation>
  </message>
 </context>
 <context>
  <name>RescueDialog</name>
  <message>
   <source>Erase {name} again…</source>
   <translation>Effacer {name} de nouveau…</translation>
  </message>
  <message>
   <source>Leave it out</source>
   <translation>L’écarter</translation>
  </message>
  <message>
   <source>Nobody is asked about it any more. It is kept, and can be brought back.</source>
   <translation>Plus personne n’est interrogé à ce sujet. C’est gardé, et peut être proposé de nouveau.</translation>
  </message>
  <message>
   <source>One moment…</source>
   <translation>Un instant…</translation>
  </message>
  <message>
   <source>Only so many copies of one laptop are kept: if there are more, what they wrote is not here.</source>
   <translation>D’un même ordinateur, seul un certain nombre de copies est gardé : s’il y en a d’autres, ce qu’elles ont écrit n’est pas ici.</translation>
  </message>
  <message>
   <source>Set aside from {name}</source>
   <translation>Mis de côté de {name}</translation>
  </message>
  <message>
   <source>Stopped. {count} of {whole} changes are taken in, and stay. The rest is still set aside.</source>
   <translation>Arrêté. {count} modifications sur {whole} sont reprises et restent. Le reste est toujours mis de côté.</translation>
  </message>
  <message>
   <source>Take it in</source>
   <translation>Le reprendre</translation>
  </message>
  <message>
   <source>Taking in what {name} wrote</source>
   <translation>Reprise de ce que {name} a écrit</translation>
  </message>
  <message>
   <source>This circle has erased somebody: look whether any of this still speaks of them.</source>
   <translation>Ce cercle a effacé quelqu’un : regardez si quelque chose ici parle encore de cette personne.</translation>
  </message>
  <message>
   <source>This laptop was shut out, came too late, or goes on from an older copy of its disk. What it wrote does not count until you take it in.</source>
   <translation>Cet ordinateur a été exclu, est arrivé trop tard ou continue à partir d’une copie plus ancienne de son disque. Ce qu’il a écrit ne compte pas tant que vous ne l’avez pas repris.</translation>
  </message>
  <message>
   <source>What {name} wrote is left out.</source>
   <translation>Ce que {name} a écrit est écarté.</translation>
  </message>
  <message>
   <source>changed since, stays as it is</source>
   <translation>changé depuis, reste tel quel</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>supprimé</translation>
  </message>
  <message>
   <source>restored</source>
   <translation>rétabli</translation>
  </message>
  <message>
   <source>somebody without a name</source>
   <translation>quelqu’un sans nom</translation>
  </message>
  <message>
   <source>{laptop} had erased {people}. That does not count, because its right to run the circle was taken away. If it was meant, erase them again; if the laptop was lost or stolen, leave it out.</source>
   <translation>{laptop} avait effacé {people}. Cela ne compte pas, car cet ordinateur a perdu le droit de mener le cercle. Si c’était voulu, effacez de nouveau ; si l’ordinateur a été perdu ou volé, laissez cela de côté.</translation>
  </message>
  <message>
   <source>… and {count} more</source>
   <translation>… et {count} de plus</translation>
  </message>
 </context>
 <context>
  <name>Review</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>et %n autre</numerusform>
    <numerusform>et %n autres</numerusform>
   </translation>
  </message>
  <message>
   <source>Add {word} instead</source>
   <translation>Ajouter plutôt {word}</translation>
  </message>
  <message>
   <source>Bring it back</source>
   <translation>Le remettre</translation>
  </message>
  <message>
   <source>Kept ({laptop}, {when})</source>
   <translation>Conservé ({laptop}, {when})</translation>
  </message>
  <message>
   <source>Kept “{kept}”  ·  the other is “{other}”</source>
   <translation>Conservé : « {kept} »  ·  l’autre valeur est « {other} »</translation>
  </message>
  <message>
   <source>Kept “{word}”  ·  the other took it out</source>
   <translation>Conservé : « {word} »  ·  l’autre l’avait retiré</translation>
  </message>
  <message>
   <source>Leave it empty instead</source>
   <translation>Laisser plutôt vide</translation>
  </message>
  <message>
   <source>Leave it removed</source>
   <translation>Le laisser retiré</translation>
  </message>
  <message>
   <source>Take {word} out instead</source>
   <translation>Retirer plutôt {word}</translation>
  </message>
  <message>
   <source>The other ({laptop}, {when})</source>
   <translation>L’autre valeur ({laptop}, {when})</translation>
  </message>
  <message>
   <source>Two laptops changed {name}: {field}. Kept “{kept}” ({laptop}, {kept_when}). The other is “{other}” ({other_laptop}, {when}).</source>
   <translation>Deux ordinateurs ont modifié {name} : {field}. Conservé : « {kept} » ({laptop}, {kept_when}). L’autre valeur est « {other} » ({other_laptop}, {when}).</translation>
  </message>
  <message>
   <source>Without “{word}”  ·  the other added it</source>
   <translation>Sans « {word} »  ·  l’autre l’avait ajouté</translation>
  </message>
  <message>
   <source>kept</source>
   <translation>gardé</translation>
  </message>
  <message>
   <source>nothing</source>
   <translation>rien</translation>
  </message>
  <message>
   <source>removed</source>
   <translation>retiré</translation>
  </message>
  <message>
   <source>somebody or something that is gone</source>
   <translation>quelqu’un ou quelque chose qui n’est plus là</translation>
  </message>
  <message>
   <source>{name} now has the member number {kept}: another member was given {other} before. A card that shows {other} is no longer right for {name}.</source>
   <translation>{name} a désormais le numéro de membre {kept} : le numéro {other} avait déjà été donné à un autre membre. Une carte qui porte {other} n’est plus valable pour {name}.</translation>
  </message>
  <message>
   <source>{name} was removed ({laptop}, {when}). Somebody who did not know of that has noted: {noted} ({other_laptop}, {other_when}). Now it is removed.</source>
   <translation>{name} : retiré ({laptop}, {when}). Quelqu’un qui ne le savait pas a noté : {noted} ({other_laptop}, {other_when}). Maintenant : retiré.</translation>
  </message>
  <message>
   <source>{name} was removed on one laptop and changed on another ({laptop}, {when}). Now: {kept}.</source>
   <translation>{name} a été retiré sur un ordinateur et changé sur un autre ({laptop}, {when}). Maintenant : {kept}.</translation>
  </message>
  <message>
   <source>{name}: {field}: {word} was added on one laptop ({laptop}, {when}) and taken out on another ({other_laptop}, {other_when}). Now it is not there.</source>
   <translation>{name} : {field} : {word} a été ajouté sur un ordinateur ({laptop}, {when}) et retiré sur un autre ({other_laptop}, {other_when}). Ce mot n’y est plus.</translation>
  </message>
  <message>
   <source>{name}: {field}: {word} was added on one laptop ({laptop}, {when}) and taken out on another ({other_laptop}, {other_when}). Now it is there.</source>
   <translation>{name} : {field} : {word} a été ajouté sur un ordinateur ({laptop}, {when}) et retiré sur un autre ({other_laptop}, {other_when}). Ce mot y est.</translation>
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
   <translation>Cet ordinateur peut désormais seulement regarder.</translation>
  </message>
  <message>
   <source>This laptop may record now, and not run the circle.</source>
   <translation>Cet ordinateur peut désormais noter, et non mener le cercle.</translation>
  </message>
  <message>
   <source>This laptop may run the circle now.</source>
   <translation>Cet ordinateur peut désormais mener le cercle.</translation>
  </message>
 </context>
 <context>
  <name>RowsDialog</name>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
 </context>
 <context>
  <name>Safety</name>
  <message>
   <source>A sealed backup is made every day. It lies in {folder}.</source>
   <translation>Une sauvegarde scellée est faite chaque jour. Elle se trouve dans {folder}.</translation>
  </message>
  <message>
   <source>Choose another folder…</source>
   <translation>Choisir un autre dossier…</translation>
  </message>
  <message>
   <source>If this laptop is lost</source>
   <translation>Si cet ordinateur est perdu</translation>
  </message>
  <message>
   <source>Make a new one</source>
   <translation>En faire une nouvelle</translation>
  </message>
  <message>
   <source>Once the new one is printed or saved, the sheet from before opens nothing any more. Tear it up then.</source>
   <translation>Une fois la nouvelle imprimée ou enregistrée, la feuille d’avant n’ouvre plus rien. Déchirez-la alors.</translation>
  </message>
  <message>
   <source>Print a new recovery sheet?</source>
   <translation>Imprimer une nouvelle feuille de secours ?</translation>
  </message>
  <message>
   <source>Print it now, or save it on a stick: its words are kept nowhere else. Until then they open nothing.</source>
   <translation>Imprimez-la maintenant, ou enregistrez-la sur une clé : ses mots ne sont conservés nulle part ailleurs. D’ici là, ils n’ouvrent rien.</translation>
  </message>
  <message>
   <source>Print the recovery sheet…</source>
   <translation>Imprimer la feuille de secours…</translation>
  </message>
  <message>
   <source>Recovery sheet</source>
   <translation>Feuille de secours</translation>
  </message>
  <message>
   <source>The last one: {day}.</source>
   <translation>La dernière : {day}.</translation>
  </message>
  <message>
   <source>The recovery sheet was neither printed nor saved: nobody has it. Make a new one.</source>
   <translation>La feuille de secours n’a été ni imprimée ni enregistrée : personne ne l’a. Faites-en une nouvelle.</translation>
  </message>
  <message>
   <source>The sheet is neither printed nor saved. Close this once more to give it up: its words then open nothing, and Today reminds you to make another one.</source>
   <translation>La feuille n’est ni imprimée ni enregistrée. Fermez encore une fois pour y renoncer : ses mots n’ouvrent alors rien, et « Aujourd’hui » vous rappelle d’en faire une autre.</translation>
  </message>
  <message>
   <source>The sheet is neither printed nor saved. Close this once more to give it up; whoever has seen its words could open the circle with them until you make another one. Today reminds you.</source>
   <translation>La feuille n’est ni imprimée ni enregistrée. Fermez encore une fois pour y renoncer ; qui a vu ses mots pourrait ouvrir le cercle avec eux jusqu’à ce que vous en fassiez une autre. « Aujourd’hui » vous le rappelle.</translation>
  </message>
  <message>
   <source>There is a recovery sheet. Keep it with your papers.</source>
   <translation>Il y a une feuille de secours. Gardez-la avec vos papiers.</translation>
  </message>
  <message>
   <source>There is no recovery sheet yet. It brings the circle back when its laptops are gone.</source>
   <translation>Il n’y a pas encore de feuille de secours. Elle permet de retrouver le cercle quand ses ordinateurs ont disparu.</translation>
  </message>
  <message>
   <source>Where the daily backups go</source>
   <translation>Où vont les sauvegardes quotidiennes</translation>
  </message>
  <message>
   <source>Write a backup…</source>
   <translation>Écrire une sauvegarde…</translation>
  </message>
 </context>
 <context>
  <name>SamePerson</name>
  <message>
   <source>Both stay</source>
   <translation>Les deux restent</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Heures</translation>
  </message>
  <message>
   <source>Is {one} the same person as {other}?</source>
   <translation>{one} et {other} sont-ils la même personne ?</translation>
  </message>
  <message>
   <source>Merged</source>
   <translation>Réunis</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Propose</translation>
  </message>
  <message>
   <source>One of the two has been removed meanwhile.</source>
   <translation>L’une des deux personnes a été retirée entre-temps.</translation>
  </message>
  <message>
   <source>One person or two?</source>
   <translation>Une personne ou deux ?</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>Ouvrir {name}</translation>
  </message>
  <message>
   <source>The same person</source>
   <translation>La même personne</translation>
  </message>
  <message>
   <source>They are one person already.</source>
   <translation>C’est déjà une seule et même personne.</translation>
  </message>
  <message>
   <source>Two people</source>
   <translation>Deux personnes</translation>
  </message>
  <message>
   <source>Wants to learn</source>
   <translation>Veut apprendre</translation>
  </message>
  <message>
   <source>born {year}</source>
   <translation>de {year}</translation>
  </message>
  <message>
   <source>in both: {values}</source>
   <translation>chez les deux : {values}</translation>
  </message>
  <message>
   <source>nearly the same name</source>
   <translation>presque le même nom</translation>
  </message>
  <message>
   <source>no. {number}</source>
   <translation>n° {number}</translation>
  </message>
  <message>
   <source>the same e-mail</source>
   <translation>la même adresse électronique</translation>
  </message>
  <message>
   <source>the same name</source>
   <translation>le même nom</translation>
  </message>
  <message>
   <source>the same phone</source>
   <translation>le même téléphone</translation>
  </message>
 </context>
 <context>
  <name>Saving</name>
  <message>
   <source>Done</source>
   <translation>Terminé</translation>
  </message>
  <message>
   <source>Every change is kept at once.</source>
   <translation>Chaque modification est gardée aussitôt.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Revenir en arrière</translation>
  </message>
  <message>
   <source>Undo: {label}</source>
   <translation>Revenir en arrière : {label}</translation>
  </message>
 </context>
 <context>
  <name>SearchField</name>
  <message>
   <source>Clear the search</source>
   <translation>Effacer la recherche</translation>
  </message>
 </context>
 <context>
  <name>Sectors</name>
  <message>
   <source>Active members</source>
   <translation>Membres actifs</translation>
  </message>
  <message>
   <source>Not shown: {names}</source>
   <translation>Non détaillés : {names}</translation>
  </message>
  <message>
   <source>Numbers under {number} stand in one row, so that they point at nobody.</source>
   <translation>Les nombres inférieurs à {number} tiennent sur une seule ligne, pour ne désigner personne.</translation>
  </message>
  <message>
   <source>no sector</source>
   <translation>sans secteur</translation>
  </message>
 </context>
 <context>
  <name>SectorsCard</name>
  <message numerus="yes">
   <source>%n active member(s) without a sector</source>
   <translation>
    <numerusform>%n membre actif sans secteur</numerusform>
    <numerusform>%n membres actifs sans secteur</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n personne</numerusform>
    <numerusform>%n personnes</numerusform>
   </translation>
  </message>
  <message>
   <source>Five sectors</source>
   <translation>Cinq secteurs</translation>
  </message>
  <message>
   <source>Five sectors at one table</source>
   <translation>Cinq secteurs à une même table</translation>
  </message>
  <message>
   <source>Nobody yet. A club, a choir, a charity: whom could you ask?</source>
   <translation>Personne encore. Un club, une chorale, une association : à qui demander ?</translation>
  </message>
  <message>
   <source>Nobody yet. A school, a teacher, a college: whom could you ask?</source>
   <translation>Personne encore. Une école, un lycée, une enseignante : à qui demander ?</translation>
  </message>
  <message>
   <source>Nobody yet. A shop, a workshop, a farm: whom could you ask?</source>
   <translation>Personne encore. Un commerce, un atelier, une ferme : à qui demander ?</translation>
  </message>
  <message>
   <source>Nobody yet. A tenants’ group, a councillor: whom could you ask?</source>
   <translation>Personne encore. Un comité de quartier, une élue : à qui demander ?</translation>
  </message>
  <message>
   <source>Nobody yet. The library, the town hall: whom could you ask?</source>
   <translation>Personne encore. La bibliothèque, la mairie : à qui demander ?</translation>
  </message>
  <message>
   <source>Print</source>
   <translation>Imprimer</translation>
  </message>
  <message>
   <source>Print the five sectors</source>
   <translation>Imprimer les cinq secteurs</translation>
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>What you chose counts until the program is closed.</source>
   <translation>Votre choix vaut jusqu’à la fermeture du programme.</translation>
  </message>
 </context>
 <context>
  <name>SettingsPage</name>
  <message>
   <source>About</source>
   <translation>À propos</translation>
  </message>
  <message>
   <source>Always</source>
   <translation>Toujours</translation>
  </message>
  <message>
   <source>As the system</source>
   <translation>Comme le système</translation>
  </message>
  <message>
   <source>Colours</source>
   <translation>Couleurs</translation>
  </message>
  <message>
   <source>Dark</source>
   <translation>Sombre</translation>
  </message>
  <message>
   <source>Do not look for them</source>
   <translation>Ne pas les chercher</translation>
  </message>
  <message>
   <source>Everybody, on the web</source>
   <translation>Tout le monde, sur le web</translation>
  </message>
  <message>
   <source>Find them and share</source>
   <translation>Les trouver et partager</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Laptops beside this one</source>
   <translation>Ordinateurs à côté de celui-ci</translation>
  </message>
  <message>
   <source>Learning Circles has been given no licence so far: whoever wants to pass it on or change it asks its makers. What it is made with stands under licences of its own.</source>
   <translation>Learning Circles n’a pas encore de licence : qui veut le transmettre ou le modifier le demande à ceux qui le font. Ce dont il est fait a ses propres licences.</translation>
  </message>
  <message>
   <source>Learning Circles {version}</source>
   <translation>Learning Circles {version}</translation>
  </message>
  <message>
   <source>Libraries and licences…</source>
   <translation>Bibliothèques et licences…</translation>
  </message>
  <message>
   <source>Light</source>
   <translation>Clair</translation>
  </message>
  <message>
   <source>Nobody</source>
   <translation>Personne</translation>
  </message>
  <message>
   <source>Not over mobile data</source>
   <translation>Pas avec les données mobiles</translation>
  </message>
  <message>
   <source>On this laptop</source>
   <translation>Sur cet ordinateur</translation>
  </message>
  <message>
   <source>Only a laptop that may run the circle can change this.</source>
   <translation>Seul un ordinateur qui peut mener le cercle peut changer ceci.</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Réglages</translation>
  </message>
  <message>
   <source>Settings changed</source>
   <translation>Réglages modifiés</translation>
  </message>
  <message>
   <source>Share by itself</source>
   <translation>Partager automatiquement</translation>
  </message>
  <message>
   <source>Sharing</source>
   <translation>Partage</translation>
  </message>
  <message>
   <source>Size of text</source>
   <translation>Taille du texte</translation>
  </message>
  <message>
   <source>The keys are sealed with your passphrase: without it, only a recovery sheet opens the circle.</source>
   <translation>Les clés sont scellées par votre phrase secrète : sans elle, seule une feuille de secours ouvre le cercle.</translation>
  </message>
  <message>
   <source>The region’s circles</source>
   <translation>Les cercles de la région</translation>
  </message>
  <message>
   <source>What others see</source>
   <translation>Ce que voient les autres</translation>
  </message>
  <message>
   <source>When I press the button</source>
   <translation>Quand j’appuie sur le bouton</translation>
  </message>
  <message>
   <source>Who may see monthly figures</source>
   <translation>Qui peut voir les chiffres du mois</translation>
  </message>
  <message>
   <source>about program licenses</source>
   <translation>à propos du programme</translation>
  </message>
  <message>
   <source>lock password</source>
   <translation>verrouiller verrou mot de passe</translation>
  </message>
 </context>
 <context>
  <name>Several</name>
  <message numerus="yes">
   <source>%n exchanges removed</source>
   <translation>
    <numerusform>%n échange retiré</numerusform>
    <numerusform>%n échanges retirés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n learning records removed</source>
   <translation>
    <numerusform>%n acquis retiré</numerusform>
    <numerusform>%n acquis retirés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetups removed</source>
   <translation>
    <numerusform>%n rencontre retirée</numerusform>
    <numerusform>%n rencontres retirées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member cards…</source>
   <translation>
    <numerusform>%n carte de membre…</numerusform>
    <numerusform>%n cartes de membre…</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n members removed</source>
   <translation>
    <numerusform>%n membre retiré</numerusform>
    <numerusform>%n membres retirés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n offers removed</source>
   <translation>
    <numerusform>%n offre retirée</numerusform>
    <numerusform>%n offres retirées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places removed</source>
   <translation>
    <numerusform>%n lieu retiré</numerusform>
    <numerusform>%n lieux retirés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n requests removed</source>
   <translation>
    <numerusform>%n demande retirée</numerusform>
    <numerusform>%n demandes retirées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Remove the %n marked rows</source>
   <translation>
    <numerusform>Retirer %n ligne marquée</numerusform>
    <numerusform>Retirer les %n lignes marquées</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SharePage</name>
  <message numerus="yes">
   <source>%n change(s) are on this laptop alone so far. Write a stick and read it on another laptop; bring it back and read it here, so that this laptop knows that they arrived.</source>
   <translation>
    <numerusform>%n modification n’est pour l’instant que sur cet ordinateur. Copiez le cercle sur une clé USB et lisez-la sur un autre ordinateur ; rapportez-la et lisez-la ici, pour que cet ordinateur sache qu’elle est arrivée.</numerusform>
    <numerusform>%n modifications ne sont pour l’instant que sur cet ordinateur. Copiez le cercle sur une clé USB et lisez-la sur un autre ordinateur ; rapportez-la et lisez-la ici, pour que cet ordinateur sache qu’elles sont arrivées.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) wait for a connection.</source>
   <translation>
    <numerusform>%n modification attend une connexion.</numerusform>
    <numerusform>%n modifications attendent une connexion.</numerusform>
   </translation>
  </message>
  <message>
   <source>A USB stick</source>
   <translation>Une clé USB</translation>
  </message>
  <message>
   <source>A laptop beside me</source>
   <translation>Un ordinateur à côté de moi</translation>
  </message>
  <message>
   <source>A stick shows no more than the hub sees. Anybody’s laptop may carry it.</source>
   <translation>Une clé ne montre rien de plus que ce que voit le serveur. N’importe quel ordinateur peut la porter.</translation>
  </message>
  <message>
   <source>Add a laptop</source>
   <translation>Ajouter un ordinateur</translation>
  </message>
  <message>
   <source>Another hub or address…</source>
   <translation>Autre serveur ou adresse…</translation>
  </message>
  <message>
   <source>Everything is shared.</source>
   <translation>Tout est partagé.</translation>
  </message>
  <message>
   <source>Join a hub…</source>
   <translation>Rejoindre un serveur régional…</translation>
  </message>
  <message>
   <source>Last shared {when}.</source>
   <translation>Dernier partage {when}.</translation>
  </message>
  <message>
   <source>Name and rights…</source>
   <translation>Nom et droits…</translation>
  </message>
  <message>
   <source>On the same Wi-Fi or cable, laptops of this circle find each other. No internet is needed.</source>
   <translation>Sur le même Wi-Fi ou câble, les ordinateurs de ce cercle se trouvent. Pas besoin d’internet.</translation>
  </message>
  <message>
   <source>Read a stick</source>
   <translation>Lire une clé</translation>
  </message>
  <message>
   <source>Read a stick…</source>
   <translation>Lire une clé…</translation>
  </message>
  <message>
   <source>Reading {file}</source>
   <translation>Lecture de {file}</translation>
  </message>
  <message>
   <source>Remove this circle from this laptop…</source>
   <translation>Retirer ce cercle de cet ordinateur…</translation>
  </message>
  <message>
   <source>Share</source>
   <translation>Partager</translation>
  </message>
  <message>
   <source>Share now</source>
   <translation>Partager maintenant</translation>
  </message>
  <message>
   <source>Share with it</source>
   <translation>Partager avec lui</translation>
  </message>
  <message>
   <source>Shut this laptop out…</source>
   <translation>Exclure cet ordinateur…</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Clés (*.bundle)</translation>
  </message>
  <message>
   <source>Stopped. {come} of {whole} parcels came in, and stay. The rest comes when the stick is read again.</source>
   <translation>Arrêté. {come} paquets sur {whole} sont arrivés et restent. Le reste viendra quand la clé sera relue.</translation>
  </message>
  <message>
   <source>The circle’s laptops</source>
   <translation>Les ordinateurs du cercle</translation>
  </message>
  <message>
   <source>The regional hub</source>
   <translation>Le serveur régional</translation>
  </message>
  <message>
   <source>The stick held nothing new.</source>
   <translation>La clé n’apportait rien de nouveau.</translation>
  </message>
  <message>
   <source>The stick is written. You can take it out.</source>
   <translation>La clé est écrite. Vous pouvez la retirer.</translation>
  </message>
  <message>
   <source>This circle has no hub yet. Ask a hub’s steward for a code.</source>
   <translation>Ce cercle n’a pas encore de serveur. Demandez un code au responsable d’un serveur.</translation>
  </message>
  <message>
   <source>This laptop knows of no hub. If another laptop has brought the circle to one, share with that laptop first. Otherwise ask a hub’s steward for a code.</source>
   <translation>Cet ordinateur ne connaît aucun serveur. Si un autre ordinateur a relié le cercle à un serveur, partagez d’abord avec lui. Sinon, demandez un code au responsable d’un serveur.</translation>
  </message>
  <message>
   <source>What the stick brought is here now.</source>
   <translation>Ce que la clé apportait est ici maintenant.</translation>
  </message>
  <message>
   <source>Without a network: write the circle onto a stick, and read it on another laptop.</source>
   <translation>Sans réseau : écrivez le cercle sur une clé, et lisez-la sur un autre ordinateur.</translation>
  </message>
  <message>
   <source>Work of {names} does not count, and was set aside until an organizer takes it in.</source>
   <translation>Le travail de {names} ne compte pas : il a été mis de côté jusqu’à ce qu’une personne qui mène le cercle le reprenne.</translation>
  </message>
  <message>
   <source>Write a stick</source>
   <translation>Copier sur une clé</translation>
  </message>
  <message>
   <source>Write a stick…</source>
   <translation>Copier sur une clé…</translation>
  </message>
  <message>
   <source>Writing {file}</source>
   <translation>Écriture de {file}</translation>
  </message>
 </context>
 <context>
  <name>Sheets</name>
  <message>
   <source>Learning record</source>
   <translation>Acquis</translation>
  </message>
  <message>
   <source>Member cards</source>
   <translation>Cartes de membre</translation>
  </message>
  <message>
   <source>No address on the web is printed: a telephone that opened the hub’s page would show a warning. The hub’s steward can change that.</source>
   <translation>Aucune adresse web n’est imprimée : un téléphone qui ouvrirait la page du serveur afficherait un avertissement. Le responsable du serveur peut y remédier.</translation>
  </message>
  <message>
   <source>Noticeboard sheet</source>
   <translation>Feuille d’affichage</translation>
  </message>
  <message>
   <source>Poster</source>
   <translation>Affiche</translation>
  </message>
  <message>
   <source>Sign-in sheet</source>
   <translation>Feuille de présence</translation>
  </message>
  <message>
   <source>Statement of hours</source>
   <translation>Relevé d’heures</translation>
  </message>
  <message>
   <source>The strips will not say where to ask: no meetup with a place is to come, and the circle has no page on the web. Plan a meetup first, and it stands on every strip.</source>
   <translation>Les languettes ne diront pas où s’adresser : aucune rencontre avec un lieu n’est à venir, et le cercle n’a pas de page sur le web. Prévoyez d’abord une rencontre : elle figurera sur chaque languette.</translation>
  </message>
 </context>
 <context>
  <name>Shortcuts</name>
  <message>
   <source>Add to what the page shows</source>
   <translation>Ajouter à ce que montre la page</translation>
  </message>
  <message>
   <source>Change what is chosen</source>
   <translation>Modifier ce qui est choisi</translation>
  </message>
  <message>
   <source>Close</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Copy the marked rows as text</source>
   <translation>Copier les lignes marquées comme texte</translation>
  </message>
  <message>
   <source>Everywhere</source>
   <translation>Partout</translation>
  </message>
  <message>
   <source>Finish</source>
   <translation>Terminer</translation>
  </message>
  <message>
   <source>First row, last row</source>
   <translation>Première ligne, dernière ligne</translation>
  </message>
  <message>
   <source>From the search into the list</source>
   <translation>De la recherche à la liste</translation>
  </message>
  <message>
   <source>In a form</source>
   <translation>Dans un formulaire</translation>
  </message>
  <message>
   <source>In a list</source>
   <translation>Dans une liste</translation>
  </message>
  <message>
   <source>Keys</source>
   <translation>Raccourcis clavier</translation>
  </message>
  <message>
   <source>Leave</source>
   <translation>Quitter</translation>
  </message>
  <message>
   <source>Mark several rows</source>
   <translation>Marquer plusieurs lignes</translation>
  </message>
  <message>
   <source>Menu of what is chosen</source>
   <translation>Menu de ce qui est choisi</translation>
  </message>
  <message>
   <source>On a page</source>
   <translation>Sur une page</translation>
  </message>
  <message>
   <source>Open what is chosen</source>
   <translation>Ouvrir ce qui est choisi</translation>
  </message>
  <message>
   <source>Remove what is chosen</source>
   <translation>Retirer ce qui est choisi</translation>
  </message>
  <message>
   <source>Search the page’s list</source>
   <translation>Chercher dans la liste de la page</translation>
  </message>
  <message>
   <source>{keys} finds every command by its name, also those without keys.</source>
   <translation>{keys} trouve chaque commande par son nom, même sans raccourci.</translation>
  </message>
 </context>
 <context>
  <name>ShortcutsModel</name>
  <message>
   <source>Keys</source>
   <translation>Touches</translation>
  </message>
  <message>
   <source>What it does</source>
   <translation>Ce que cela fait</translation>
  </message>
 </context>
 <context>
  <name>ShutOut</name>
  <message>
   <source>Count nothing that it wrote since</source>
   <translation>Ne rien compter de ce qu’il a écrit depuis le</translation>
  </message>
  <message>
   <source>For a laptop that was in strange hands before anybody knew. What ceases to count is kept, and an organizer can look at it here and take it in.</source>
   <translation>Pour un ordinateur tombé en d’autres mains avant qu’on le sache. Ce qui cesse de compter est gardé, et une personne qui mène le cercle peut le regarder ici et le reprendre.</translation>
  </message>
  <message>
   <source>It gets nothing new from now on, and what it writes no longer counts. What it holds stays on it.</source>
   <translation>Il ne reçoit plus rien de nouveau, et ce qu’il écrit ne compte plus. Ce qu’il contient y reste.</translation>
  </message>
  <message>
   <source>Its disk was restored or copied. What went on from it is shut out with it: {names}.</source>
   <translation>Son disque a été restauré ou copié. Ce qui a continué à partir de lui est exclu avec lui : {names}.</translation>
  </message>
  <message>
   <source>More may have been on {name} than was shown here: open it in the list to read it.</source>
   <translation>Il y avait peut-être plus sur {name} que ce qui était montré ici : ouvrez-le dans la liste pour le lire.</translation>
  </message>
  <message>
   <source>Nothing counts that it wrote from {moment} on: what is shared at once counts as a whole or not at all. Changes from before that day: {count}. They can be taken in here.</source>
   <translation>Plus rien ne compte de ce qu’il a écrit à partir du {moment} : ce qui est partagé d’un seul coup compte en entier ou pas du tout. Modifications d’avant ce jour : {count}. Elles peuvent être reprises ici.</translation>
  </message>
  <message>
   <source>Shut it out</source>
   <translation>L’exclure</translation>
  </message>
  <message>
   <source>Shut {name} out?</source>
   <translation>Exclure {name} ?</translation>
  </message>
  <message>
   <source>What it may hold, and what else to do…</source>
   <translation>Ce qu’il peut contenir, et que faire d’autre…</translation>
  </message>
  <message>
   <source>“Since” needs a day that has come, such as {day}.</source>
   <translation>« Depuis » demande un jour déjà venu, comme {day}.</translation>
  </message>
 </context>
 <context>
  <name>Sidebar</name>
  <message>
   <source>All menus</source>
   <translation>Tous les menus</translation>
  </message>
  <message>
   <source>All menus (F10)</source>
   <translation>Tous les menus (F10)</translation>
  </message>
  <message>
   <source>Circle: {name}</source>
   <translation>Cercle : {name}</translation>
  </message>
  <message>
   <source>Menu</source>
   <translation>Menu</translation>
  </message>
  <message>
   <source>Switch to another circle</source>
   <translation>Passer à un autre cercle</translation>
  </message>
 </context>
 <context>
  <name>SignIn</name>
  <message>
   <source>Here</source>
   <translation>Présent</translation>
  </message>
  <message>
   <source>Maybe</source>
   <translation>Peut-être</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Number</source>
   <translation>Numéro</translation>
  </message>
  <message>
   <source>Page {number} of {pages}</source>
   <translation>Page {number} sur {pages}</translation>
  </message>
  <message>
   <source>Said</source>
   <translation>Réponse</translation>
  </message>
  <message>
   <source>Signature</source>
   <translation>Signature</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>Liste d’attente</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Oui</translation>
  </message>
 </context>
 <context>
  <name>SomebodyAnswers</name>
  <message>
   <source>Answer</source>
   <translation>Réponse</translation>
  </message>
  <message>
   <source>Note</source>
   <translation>Noter</translation>
  </message>
  <message>
   <source>Note somebody’s answer</source>
   <translation>Noter une réponse</translation>
  </message>
  <message>
   <source>Who answers</source>
   <translation>Qui répond</translation>
  </message>
  <message>
   <source>Who answers? A name</source>
   <translation>Qui répond ? Un nom</translation>
  </message>
 </context>
 <context>
  <name>Sorting</name>
  <message>
   <source>Sort by</source>
   <translation>Trier par</translation>
  </message>
  <message>
   <source>{column}: the other way round</source>
   <translation>{column} : dans l’autre sens</translation>
  </message>
 </context>
 <context>
  <name>Sought</name>
  <message>
   <source>A guest</source>
   <translation>Une personne invitée</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Ne pas noter</translation>
  </message>
  <message>
   <source>Leave {name} out</source>
   <translation>Ne pas noter {name}</translation>
  </message>
  <message>
   <source>Look again</source>
   <translation>Chercher encore</translation>
  </message>
  <message>
   <source>Look for {name} again</source>
   <translation>Chercher encore {name}</translation>
  </message>
  <message>
   <source>Nobody in the list is called {name}.</source>
   <translation>Personne dans la liste ne s’appelle {name}.</translation>
  </message>
  <message>
   <source>Who is {name}?</source>
   <translation>Qui est {name} ?</translation>
  </message>
  <message>
   <source>{name} is a guest</source>
   <translation>{name} est une personne invitée</translation>
  </message>
 </context>
 <context>
  <name>StartEditor</name>
  <message>
   <source>Choose the day</source>
   <translation>Choisir le jour</translation>
  </message>
  <message>
   <source>This day is over. The meetup is noted afterwards.</source>
   <translation>Ce jour est passé. La rencontre est notée après coup.</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Heure</translation>
  </message>
 </context>
 <context>
  <name>Statement</name>
  <message>
   <source>As of {day}</source>
   <translation>Au {day}</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Solde</translation>
  </message>
  <message>
   <source>Day</source>
   <translation>Jour</translation>
  </message>
  <message>
   <source>Hours</source>
   <translation>Heures</translation>
  </message>
  <message>
   <source>Hours given and received</source>
   <translation>Heures données et reçues</translation>
  </message>
  <message>
   <source>Opening balance</source>
   <translation>Solde initial</translation>
  </message>
  <message>
   <source>Taken back: {what}</source>
   <translation>Annulé : {what}</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>With</source>
   <translation>Avec</translation>
  </message>
 </context>
 <context>
  <name>Swap</name>
  <message>
   <source>How long did it take?</source>
   <translation>Combien de temps cela a-t-il duré ?</translation>
  </message>
  <message>
   <source>Not changed: it is being written down as it was just now.</source>
   <translation>Pas changé : c’est en train d’être noté tel que c’était à l’instant.</translation>
  </message>
  <message>
   <source>Record</source>
   <translation>Noter</translation>
  </message>
  <message>
   <source>Recorded: {provider} gave {receiver} {hours}</source>
   <translation>Noté : {provider} a donné {hours} à {receiver}</translation>
  </message>
  <message>
   <source>What was it? (may be left empty)</source>
   <translation>De quoi s’agissait-il ? (facultatif)</translation>
  </message>
  <message>
   <source>Who gave their time?</source>
   <translation>Qui a donné de son temps ?</translation>
  </message>
  <message>
   <source>Who received it from {name}?</source>
   <translation>Qui l’a reçu de {name} ?</translation>
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
   <translation>Noter</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Noter un échange</translation>
  </message>
  <message>
   <source>Recorded: {provider} gave {receiver} {hours}</source>
   <translation>Noté : {provider} a donné {hours} à {receiver}</translation>
  </message>
  <message>
   <source>Same again</source>
   <translation>Encore le même</translation>
  </message>
  <message>
   <source>“From” gave their time, “To” received it. {example} is an hour and a half.</source>
   <translation>« De » a donné son temps, « À » l’a reçu. {example}, c’est une heure et demie.</translation>
  </message>
 </context>
 <context>
  <name>SwapTable</name>
  <message>
   <source>All</source>
   <translation>Tous</translation>
  </message>
  <message>
   <source>An hour that one person gave another: note it, and the balances follow.</source>
   <translation>Une heure qu’une personne a donnée à une autre : notez-la, et les soldes suivent.</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Confirmer</translation>
  </message>
  <message>
   <source>Confirmed: {what}</source>
   <translation>Confirmé : {what}</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>Declined: {what}</source>
   <translation>Refusé : {what}</translation>
  </message>
  <message>
   <source>Dispute</source>
   <translation>Contester</translation>
  </message>
  <message>
   <source>Disputed: {what}</source>
   <translation>Contesté : {what}</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>In question: {hours}</source>
   <translation>En question : {hours}</translation>
  </message>
  <message>
   <source>More</source>
   <translation>Plus</translation>
  </message>
  <message>
   <source>No exchange yet</source>
   <translation>Aucun échange pour l’instant</translation>
  </message>
  <message>
   <source>Record an exchange</source>
   <translation>Noter un échange</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Retirer</translation>
  </message>
  <message>
   <source>Removed: {what}</source>
   <translation>Retiré : {what}</translation>
  </message>
  <message>
   <source>Reverse</source>
   <translation>Annuler l’échange</translation>
  </message>
  <message>
   <source>Reversed: {what}. The hours are back where they were.</source>
   <translation>Annulé : {what}. Les soldes sont comme avant.</translation>
  </message>
  <message>
   <source>Same again…</source>
   <translation>Encore le même…</translation>
  </message>
  <message>
   <source>Show {name}</source>
   <translation>Voir {name}</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Time (hours)</source>
   <translation>Durée (heures)</translation>
  </message>
  <message>
   <source>Time exchanged</source>
   <translation>Temps échangé</translation>
  </message>
  <message>
   <source>To</source>
   <translation>À</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>Which exchanges</source>
   <translation>Quels échanges</translation>
  </message>
 </context>
 <context>
  <name>SyncBar</name>
  <message numerus="yes">
   <source>%n change(s) kept here</source>
   <translation>
    <numerusform>%n modification gardée ici</numerusform>
    <numerusform>%n modifications gardées ici</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) on this laptop alone so far</source>
   <translation>
    <numerusform>%n modification seulement sur cet ordinateur</numerusform>
    <numerusform>%n modifications seulement sur cet ordinateur</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) wait for a connection</source>
   <translation>
    <numerusform>%n modification attend une connexion</numerusform>
    <numerusform>%n modifications attendent une connexion</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) waiting to be shared</source>
   <translation>
    <numerusform>%n modification à partager</numerusform>
    <numerusform>%n modifications à partager</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n laptop(s) of this circle beside this one.</source>
   <translation>
    <numerusform>%n ordinateur de ce cercle à côté de celui-ci.</numerusform>
    <numerusform>%n ordinateurs de ce cercle à côté de celui-ci.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n unshared</source>
   <translation>
    <numerusform>%n non partagé</numerusform>
    <numerusform>%n non partagés</numerusform>
   </translation>
  </message>
  <message>
   <source>All changes saved on this laptop.</source>
   <translation>Tout est enregistré sur cet ordinateur.</translation>
  </message>
  <message>
   <source>All saved</source>
   <translation>Tout enregistré</translation>
  </message>
  <message>
   <source>Fetching what the circle wrote: {percent} %</source>
   <translation>Réception de ce que le cercle a écrit : {percent} %</translation>
  </message>
  <message>
   <source>It is shared when you press the button.</source>
   <translation>Le partage se fait quand vous appuyez sur le bouton.</translation>
  </message>
  <message>
   <source>Kept here, not saved yet</source>
   <translation>Conservé, pas enregistré</translation>
  </message>
  <message>
   <source>Last shared {when}.</source>
   <translation>Dernier partage {when}.</translation>
  </message>
  <message>
   <source>May only look</source>
   <translation>Lecture seule</translation>
  </message>
  <message>
   <source>No laptop of this circle is beside this one now.</source>
   <translation>Aucun ordinateur de ce cercle n’est à côté de celui-ci pour le moment.</translation>
  </message>
  <message>
   <source>Not kept</source>
   <translation>Non conservé</translation>
  </message>
  <message>
   <source>Not kept: the disk is full</source>
   <translation>Non conservé : disque plein</translation>
  </message>
  <message>
   <source>Not saved yet</source>
   <translation>Non enregistré</translation>
  </message>
  <message>
   <source>Not shared</source>
   <translation>Non partagé</translation>
  </message>
  <message>
   <source>Not shared yet.</source>
   <translation>Pas encore partagé.</translation>
  </message>
  <message>
   <source>Share now</source>
   <translation>Partager maintenant</translation>
  </message>
  <message>
   <source>Shared with the regional hub {when}.</source>
   <translation>Partagé avec le serveur régional {when}.</translation>
  </message>
  <message>
   <source>Shared with {names}, beside this one.</source>
   <translation>Partagé avec {names}, à côté de celui-ci.</translation>
  </message>
  <message>
   <source>Sharing waits: mobile data may cost money.</source>
   <translation>Le partage attend : les données mobiles peuvent coûter.</translation>
  </message>
  <message>
   <source>Sharing what is new here: {percent} %</source>
   <translation>Partage des nouveautés d’ici : {percent} %</translation>
  </message>
  <message>
   <source>Sharing…</source>
   <translation>Partage en cours…</translation>
  </message>
  <message>
   <source>Takes no part</source>
   <translation>Ne participe pas</translation>
  </message>
  <message>
   <source>This circle has no hub yet.</source>
   <translation>Ce cercle n’a pas encore de serveur.</translation>
  </message>
  <message>
   <source>This laptop takes no part in the circle.</source>
   <translation>Cet ordinateur ne participe pas au cercle.</translation>
  </message>
  <message>
   <source>This laptop takes no part in the circle. What it wrote and had not shared is kept here.</source>
   <translation>Cet ordinateur ne participe pas au cercle. Ce qui y a été écrit sans être partagé est gardé ici.</translation>
  </message>
  <message>
   <source>What you are typing is kept here, and not saved yet.</source>
   <translation>Ce que vous tapez est conservé ici, et pas encore enregistré.</translation>
  </message>
  <message>
   <source>What you typed is in this window alone, and not kept.</source>
   <translation>Ce que vous avez tapé n’est que dans cette fenêtre, et n’est pas conservé.</translation>
  </message>
  <message>
   <source>What you typed is not kept</source>
   <translation>Pas encore conservé</translation>
  </message>
 </context>
 <context>
  <name>Table</name>
  <message>
   <source>Columns</source>
   <translation>Colonnes</translation>
  </message>
 </context>
 <context>
  <name>TakeAway</name>
  <message>
   <source>Everything held on this person</source>
   <translation>Tout ce qui est conservé sur cette personne</translation>
  </message>
  <message>
   <source>Held on member {number}</source>
   <translation>Données du membre {number}</translation>
  </message>
  <message>
   <source>It is written. Whoever has the file can read it.</source>
   <translation>C’est écrit. Toute personne qui a le fichier peut le lire.</translation>
  </message>
  <message>
   <source>PDF (*.pdf);;For programs (*.json)</source>
   <translation>PDF (*.pdf);;Pour des programmes (*.json)</translation>
  </message>
 </context>
 <context>
  <name>Thrown</name>
  <message>
   <source>Here again: {words}</source>
   <translation>De nouveau là : {words}</translation>
  </message>
  <message>
   <source>Not thrown away, and still on Today: {words}. {sentence}</source>
   <translation>Pas abandonné, et toujours dans Aujourd’hui : {words}. {sentence}</translation>
  </message>
  <message>
   <source>Thrown away: {words}</source>
   <translation>Abandonné : {words}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
 </context>
 <context>
  <name>TilesModel</name>
  <message>
   <source>{name}, is here</source>
   <translation>{name}, est là</translation>
  </message>
 </context>
 <context>
  <name>Toast</name>
  <message>
   <source>Dismiss</source>
   <translation>Fermer</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
 </context>
 <context>
  <name>Today</name>
  <message numerus="yes">
   <source>%n here</source>
   <translation>
    <numerusform>%n présence</numerusform>
    <numerusform>%n présences</numerusform>
   </translation>
  </message>
  <message>
   <source>None is planned for the next days either. An organizer plans one on the page Meetups.</source>
   <translation>Aucune n’est prévue ces prochains jours non plus. Une personne qui organise en prévoit une à la page Rencontres.</translation>
  </message>
  <message>
   <source>The next one is {title}, {time}. Guests can sign up for it, and exchanges be recorded any day.</source>
   <translation>La prochaine : {title}, {time}. Les personnes invitées peuvent s’y inscrire, et les échanges se notent tous les jours.</translation>
  </message>
  <message>
   <source>There is no meetup today.</source>
   <translation>Il n’y a pas de rencontre aujourd’hui.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
 </context>
 <context>
  <name>TodayCards</name>
  <message numerus="yes">
   <source>%n answer(s) from outside</source>
   <translation>
    <numerusform>%n réponse de l’extérieur</numerusform>
    <numerusform>%n réponses de l’extérieur</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n circle(s) not looked into</source>
   <translation>
    <numerusform>%n cercle pas encore consulté</numerusform>
    <numerusform>%n cercles pas encore consultés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consent(s) have ended, or will within a month</source>
   <translation>
    <numerusform>%n accord a pris fin, ou prendra fin d’ici un mois</numerusform>
    <numerusform>%n accords ont pris fin, ou prendront fin d’ici un mois</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) in dispute</source>
   <translation>
    <numerusform>%n échange contesté</numerusform>
    <numerusform>%n échanges contestés</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) to confirm</source>
   <translation>
    <numerusform>%n échange à confirmer</numerusform>
    <numerusform>%n échanges à confirmer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) still on, or just over</source>
   <translation>
    <numerusform>%n rencontre en cours, ou à peine finie</numerusform>
    <numerusform>%n rencontres en cours, ou à peine finies</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) today</source>
   <translation>
    <numerusform>%n rencontre aujourd’hui</numerusform>
    <numerusform>%n rencontres aujourd’hui</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) within a week</source>
   <translation>
    <numerusform>%n rencontre d’ici une semaine</numerusform>
    <numerusform>%n rencontres d’ici une semaine</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more meetup(s) within a week</source>
   <translation>
    <numerusform>%n autre rencontre d’ici une semaine</numerusform>
    <numerusform>%n autres rencontres d’ici une semaine</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n offer(s) or request(s) have ended</source>
   <translation>
    <numerusform>%n offre ou demande est terminée</numerusform>
    <numerusform>%n offres ou demandes sont terminées</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n request(s) without an answer</source>
   <translation>
    <numerusform>%n demande sans réponse</numerusform>
    <numerusform>%n demandes sans réponse</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) changed on two laptops at once</source>
   <translation>
    <numerusform>%n chose changée sur deux ordinateurs à la fois</numerusform>
    <numerusform>%n choses changées sur deux ordinateurs à la fois</numerusform>
   </translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Accepter</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Accepté</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Ajouter un membre</translation>
  </message>
  <message>
   <source>Add the people of your circle, one by one or from a list you already have.</source>
   <translation>Ajoutez les personnes de votre cercle, une à une ou depuis une liste que vous avez déjà.</translation>
  </message>
  <message>
   <source>Ask these people again.</source>
   <translation>Redemandez à ces personnes.</translation>
  </message>
  <message>
   <source>Ask whether this still holds, and change the last day.</source>
   <translation>Demandez si cela tient toujours, et modifiez le dernier jour.</translation>
  </message>
  <message>
   <source>Confirm</source>
   <translation>Confirmer</translation>
  </message>
  <message>
   <source>Confirmed: {what}</source>
   <translation>Confirmé : {what}</translation>
  </message>
  <message>
   <source>Decline</source>
   <translation>Refuser</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Refusé</translation>
  </message>
  <message>
   <source>Declined: {what}</source>
   <translation>Refusé : {what}</translation>
  </message>
  <message>
   <source>Disputed {day}</source>
   <translation>Contesté le {day}</translation>
  </message>
  <message>
   <source>Disputed {day}, noted by {name}</source>
   <translation>Contesté le {day}, noté par {name}</translation>
  </message>
  <message>
   <source>Everything is answered and confirmed.</source>
   <translation>Tout a sa réponse, tout est confirmé.</translation>
  </message>
  <message>
   <source>Find someone for: {title}</source>
   <translation>Trouver quelqu’un pour : {title}</translation>
  </message>
  <message>
   <source>Find someone…</source>
   <translation>Trouver quelqu’un…</translation>
  </message>
  <message>
   <source>Fine</source>
   <translation>C’est bien</translation>
  </message>
  <message>
   <source>Import a list…</source>
   <translation>Importer une liste…</translation>
  </message>
  <message>
   <source>Its passphrase opens it.</source>
   <translation>Sa phrase secrète l’ouvre.</translation>
  </message>
  <message>
   <source>Mark as fulfilled: {title}</source>
   <translation>Marquer comme satisfaite : {title}</translation>
  </message>
  <message>
   <source>No meetup within a week</source>
   <translation>Aucune rencontre d’ici une semaine</translation>
  </message>
  <message>
   <source>Nothing waits for you</source>
   <translation>Rien ne vous attend</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvrir</translation>
  </message>
  <message>
   <source>Open {title}</source>
   <translation>Ouvrir {title}</translation>
  </message>
  <message>
   <source>Plan a meetup</source>
   <translation>Prévoir une rencontre</translation>
  </message>
  <message>
   <source>Plan one, and it is in everyone’s calendar.</source>
   <translation>Prévoyez-en une, et elle est dans le calendrier de tous.</translation>
  </message>
  <message>
   <source>Settled. The other laptops follow once they share.</source>
   <translation>Réglé. Les autres ordinateurs suivront quand ils partageront.</translation>
  </message>
  <message>
   <source>Show them</source>
   <translation>Les afficher</translation>
  </message>
  <message>
   <source>Show who they are</source>
   <translation>Voir de qui il s’agit</translation>
  </message>
  <message>
   <source>Today, {time}</source>
   <translation>Aujourd’hui, {time}</translation>
  </message>
  <message>
   <source>Use {value} instead</source>
   <translation>Prendre plutôt {value}</translation>
  </message>
  <message>
   <source>Welcome</source>
   <translation>Bienvenue</translation>
  </message>
  <message>
   <source>Who came</source>
   <translation>Qui est venu</translation>
  </message>
  <message>
   <source>Who came to {title}</source>
   <translation>Qui est venu à {title}</translation>
  </message>
  <message>
   <source>{circle} is locked</source>
   <translation>{circle} est verrouillé</translation>
  </message>
  <message numerus="yes">
   <source>{name} and %n more could help</source>
   <translation>
    <numerusform>{name} et %n autre pourraient aider</numerusform>
    <numerusform>{name} et %n autres pourraient aider</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} answers {title}</source>
   <translation>{name} répond à {title}</translation>
  </message>
  <message>
   <source>{name} could help</source>
   <translation>{name} pourrait aider</translation>
  </message>
  <message>
   <source>{name} would like to come to {title}</source>
   <translation>{name} voudrait venir à {title}</translation>
  </message>
  <message>
   <source>{provider} gave {receiver} {hours}</source>
   <translation>{provider} a donné {hours} à {receiver}</translation>
  </message>
 </context>
 <context>
  <name>TodayLines</name>
  <message>
   <source>Go there</source>
   <translation>Y aller</translation>
  </message>
  <message>
   <source>Go to {circle}: {what}</source>
   <translation>Aller dans {circle} : {what}</translation>
  </message>
  <message>
   <source>Show all {count}</source>
   <translation>Montrer les {count}</translation>
  </message>
  <message>
   <source>Show all {count} of {circle}</source>
   <translation>Montrer les {count} de {circle}</translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message numerus="yes">
   <source>%n exchange(s) stand on a day that has not come yet. If a clock was wrong when they were recorded, reverse each and record it anew.</source>
   <translation>
    <numerusform>%n échange porte une date encore à venir. Si une horloge était fausse quand il a été noté, annulez-le et notez-le de nouveau.</numerusform>
    <numerusform>%n échanges portent une date encore à venir. Si une horloge était fausse quand ils ont été notés, annulez chacun et notez-le de nouveau.</numerusform>
   </translation>
  </message>
  <message>
   <source>All my circles</source>
   <translation>Tous mes cercles</translation>
  </message>
  <message>
   <source>Dismiss</source>
   <translation>Masquer</translation>
  </message>
  <message>
   <source>If the hub is lost for good, no laptop can be added or shut out any more, unless a recovery sheet was printed before. Print it while the hub is there.</source>
   <translation>Si le serveur disparaît pour de bon, aucun ordinateur ne pourra plus être ajouté ni exclu, sauf si une feuille de secours a été imprimée avant. Imprimez-la tant que le serveur est là.</translation>
  </message>
  <message>
   <source>If this laptop is lost, so is the circle. Print the recovery sheet, or add a second laptop that may run the circle.</source>
   <translation>Si cet ordinateur est perdu, le cercle l’est aussi. Imprimez la feuille de secours, ou ajoutez un second ordinateur qui peut mener le cercle.</translation>
  </message>
  <message>
   <source>Only this laptop has the circle’s records so far. Share shows how to bring them to others.</source>
   <translation>Seul cet ordinateur a les données du cercle. « Partager » montre comment les porter à d’autres.</translation>
  </message>
  <message>
   <source>Print the recovery sheet…</source>
   <translation>Imprimer la feuille de secours…</translation>
  </message>
  <message>
   <source>Show</source>
   <translation>Voir</translation>
  </message>
  <message>
   <source>Show how</source>
   <translation>Montrer comment</translation>
  </message>
  <message>
   <source>Show what needs someone in all of them</source>
   <translation>Montrer ce qui attend quelqu’un dans chacun</translation>
  </message>
  <message>
   <source>The clock is right</source>
   <translation>L’horloge est juste</translation>
  </message>
  <message>
   <source>The recovery sheet does not say where the circle’s hub is now: it was printed before that. Print it anew.</source>
   <translation>La feuille de secours n’indique pas où se trouve maintenant le serveur du cercle : elle a été imprimée avant. Imprimez-la à nouveau.</translation>
  </message>
  <message>
   <source>There is a newer Learning Circles, {version}. This one, {own}, goes on working.</source>
   <translation>Il existe une version plus récente de Learning Circles, {version}. Celle-ci, {own}, continue de fonctionner.</translation>
  </message>
  <message>
   <source>This laptop’s clock is {span} ahead of the hub’s. Please set right whichever of them is wrong.</source>
   <translation>L’horloge de cet ordinateur avance de {span} sur celle du serveur. Veuillez remettre à l’heure celle des deux qui se trompe.</translation>
  </message>
  <message>
   <source>This laptop’s clock is {span} behind the hub’s. Please set right whichever of them is wrong.</source>
   <translation>L’horloge de cet ordinateur retarde de {span} sur celle du serveur. Veuillez remettre à l’heure celle des deux qui se trompe.</translation>
  </message>
  <message>
   <source>This laptop’s clock is {span} behind what others have written. Please set it right.</source>
   <translation>L’horloge de cet ordinateur retarde de {span} sur ce que d’autres ont écrit. Veuillez la remettre à l’heure.</translation>
  </message>
  <message>
   <source>This laptop’s clock says {today}, and before that nothing was written here since {last}. If the clock is wrong, please set it right: whatever you write is dated by it.</source>
   <translation>L’horloge de cet ordinateur indique le {today}, et rien n’avait été écrit ici depuis le {last}. Si elle est fausse, remettez-la à l’heure : tout ce que vous écrivez en prend la date.</translation>
  </message>
  <message>
   <source>Today</source>
   <translation>Aujourd’hui</translation>
  </message>
  <message numerus="yes">
   <source>When somebody was erased, %n change(s) by others were not said again as they had been.</source>
   <translation>
    <numerusform>Lors d’un effacement, %n modification d’autrui n’a pas été redite telle qu’elle était.</numerusform>
    <numerusform>Lors d’un effacement, %n modifications d’autrui n’ont pas été redites telles qu’elles étaient.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TopicEditor</name>
  <message>
   <source>A few letters, or the Down key</source>
   <translation>Quelques lettres, ou la flèche vers le bas</translation>
  </message>
  <message>
   <source>New topic: {words}</source>
   <translation>Nouveau sujet : {words}</translation>
  </message>
 </context>
 <context>
  <name>TopicTable</name>
  <message>
   <source>Add an offer</source>
   <translation>Ajouter une offre</translation>
  </message>
  <message>
   <source>Ask</source>
   <translation>Demandent</translation>
  </message>
  <message>
   <source>No topic yet</source>
   <translation>Aucun sujet pour l’instant</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Proposent</translation>
  </message>
  <message>
   <source>Show who learned it</source>
   <translation>Voir qui l’a appris</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Sujet</translation>
  </message>
  <message>
   <source>Topics</source>
   <translation>Sujets</translation>
  </message>
  <message>
   <source>Topics stand here as soon as somebody offers, asks for or has learned something.</source>
   <translation>Les sujets apparaissent ici dès que quelqu’un propose, demande ou a appris quelque chose.</translation>
  </message>
  <message>
   <source>What the circle teaches and learns</source>
   <translation>Ce que le cercle enseigne et apprend</translation>
  </message>
  <message>
   <source>how many people offer, ask, have learned</source>
   <translation>combien proposent, demandent, ont appris</translation>
  </message>
 </context>
 <context>
  <name>Trouble</name>
  <message>
   <source>Begin or join another circle</source>
   <translation>Commencer ou rejoindre un autre cercle</translation>
  </message>
  <message>
   <source>Fetch it again from its hub</source>
   <translation>Le reprendre de son serveur</translation>
  </message>
  <message>
   <source>Files can be dropped here once a circle is open.</source>
   <translation>On pourra déposer des fichiers ici une fois qu’un cercle sera ouvert.</translation>
  </message>
  <message>
   <source>Get it back from a backup…</source>
   <translation>Reprendre une sauvegarde…</translation>
  </message>
  <message>
   <source>Make a problem report…</source>
   <translation>Faire un rapport de problème…</translation>
  </message>
  <message>
   <source>Mend this file</source>
   <translation>Réparer ce fichier</translation>
  </message>
  <message>
   <source>Open it with the recovery sheet…</source>
   <translation>L’ouvrir avec la feuille de secours…</translation>
  </message>
  <message>
   <source>Open {name}</source>
   <translation>Ouvrir {name}</translation>
  </message>
  <message>
   <source>Take it from a stick of another laptop…</source>
   <translation>Le prendre sur la clé d’un autre ordinateur…</translation>
  </message>
  <message>
   <source>Take the backup of {day}</source>
   <translation>Prendre la sauvegarde du {day}</translation>
  </message>
  <message>
   <source>The circle can come back from elsewhere. The damaged file is kept beside it; what this laptop had not shared is only in that.</source>
   <translation>Le cercle peut revenir d’ailleurs. Le fichier endommagé est gardé à côté ; ce que cet ordinateur n’avait pas partagé ne se trouve que là.</translation>
  </message>
  <message>
   <source>The file of {name} is damaged. Mending takes over what can be read, and keeps the damaged file beside it.</source>
   <translation>Le fichier de {name} est endommagé. La réparation reprend ce qui peut être lu et garde le fichier endommagé à côté.</translation>
  </message>
  <message>
   <source>This circle could not be opened</source>
   <translation>Ce cercle n’a pas pu être ouvert</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}. The recovery sheet or a backup brings it back.</source>
   <translation>Cet ordinateur n’a pas de clé pour {name}. La feuille de secours ou une sauvegarde le font revenir.</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
 </context>
 <context>
  <name>Troubles</name>
  <message>
   <source>A stick of another laptop</source>
   <translation>La clé d’un autre ordinateur</translation>
  </message>
  <message>
   <source>Getting {name} back…</source>
   <translation>Récupération de {name}…</translation>
  </message>
  <message>
   <source>Mending {name}…</source>
   <translation>Réparation de {name}…</translation>
  </message>
  <message>
   <source>Sticks (*.bundle)</source>
   <translation>Clés (*.bundle)</translation>
  </message>
  <message>
   <source>The report is written. It names nobody.</source>
   <translation>Le rapport est écrit. Il ne nomme personne.</translation>
  </message>
 </context>
 <context>
  <name>UndoRedo</name>
  <message>
   <source>Redo</source>
   <translation>Rétablir</translation>
  </message>
  <message>
   <source>Redo: {label}</source>
   <translation>Rétablir : {label}</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Undo: an erasure cannot be undone</source>
   <translation>Annuler : un effacement est définitif</translation>
  </message>
  <message>
   <source>Undo: {label}</source>
   <translation>Annuler : {label}</translation>
  </message>
 </context>
 <context>
  <name>Untold</name>
  <message>
   <source>guest</source>
   <translation>invité</translation>
  </message>
  <message>
   <source>{one} or {other}</source>
   <translation>{one} ou {other}</translation>
  </message>
  <message>
   <source>{title}, {when}, {place}: takes place after all</source>
   <translation>{title}, {when}, {place} : a lieu, finalement</translation>
  </message>
  <message>
   <source>{title}, {when}: called off</source>
   <translation>{title}, {when} : rencontre annulée</translation>
  </message>
  <message>
   <source>{title}, {when}: no longer at its place</source>
   <translation>{title}, {when} : n’a plus lieu au même endroit</translation>
  </message>
  <message>
   <source>{title}, {when}: now at {place}</source>
   <translation>{title}, {when} : nouveau lieu, {place}</translation>
  </message>
  <message>
   <source>{title}, {when}: takes place after all</source>
   <translation>{title}, {when} : a lieu, finalement</translation>
  </message>
  <message>
   <source>{title}: now {when}</source>
   <translation>{title} : désormais {when}</translation>
  </message>
  <message>
   <source>{title}: now {when}, {place}</source>
   <translation>{title} : désormais {when}, {place}</translation>
  </message>
  <message>
   <source>{way}, or none</source>
   <translation>{way}, ou rien</translation>
  </message>
 </context>
 <context>
  <name>UntoldCards</name>
  <message numerus="yes">
   <source>%n person(s) to tell</source>
   <translation>
    <numerusform>%n personne à prévenir</numerusform>
    <numerusform>%n personnes à prévenir</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n person(s) told</source>
   <translation>
    <numerusform>%n personne prévenue</numerusform>
    <numerusform>%n personnes prévenues</numerusform>
   </translation>
  </message>
  <message>
   <source>All told</source>
   <translation>Tous prévenus</translation>
  </message>
  <message>
   <source>Show whom…</source>
   <translation>Voir qui…</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>Prévenu</translation>
  </message>
  <message numerus="yes">
   <source>{names} and %n more</source>
   <translation>
    <numerusform>{names} et %n autre</numerusform>
    <numerusform>{names} et %n autres</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Visitors</name>
  <message>
   <source>There is no file {name}.</source>
   <translation>Il n’y a pas de fichier {name}.</translation>
  </message>
  <message>
   <source>This is a hub’s code. Begin or open a circle first, then bring it again.</source>
   <translation>C’est le code d’un serveur. Commencez ou ouvrez d’abord un cercle, puis apportez-le de nouveau.</translation>
  </message>
  <message>
   <source>{name} belongs to another laptop and opens only there. Ask for an invitation, or restore a backup.</source>
   <translation>{name} appartient à un autre ordinateur et ne s’ouvre que là. Demandez une invitation ou restaurez une sauvegarde.</translation>
  </message>
  <message>
   <source>{name} goes into a circle. Begin or open one first, then bring it again.</source>
   <translation>{name} va dans un cercle. Commencez ou ouvrez-en un d’abord, puis apportez-le de nouveau.</translation>
  </message>
  <message>
   <source>{name} is a copy of {circle}, which is on this laptop already: go on with that one. What was taken out of it since then is under “Recently removed”.</source>
   <translation>{name} est une copie de {circle}, qui est déjà sur cet ordinateur : continuez avec celui-ci. Ce qui en a été retiré depuis se trouve sous « Retirés récemment ».</translation>
  </message>
  <message>
   <source>{name} is not a circle.</source>
   <translation>{name} n’est pas un cercle.</translation>
  </message>
  <message>
   <source>{name} is nothing that Learning Circles can open.</source>
   <translation>Learning Circles ne peut pas ouvrir {name}.</translation>
  </message>
 </context>
 <context>
  <name>WaitingGuests</name>
  <message>
   <source>Or is it {names} in the list of members? Undo takes this back.</source>
   <translation>Ou est-ce {names}, dans la liste des membres ? « Annuler » retire cela.</translation>
  </message>
  <message numerus="yes">
   <source>There are %n guests of that name now.</source>
   <translation>
    <numerusform>Il y a maintenant %n personne invitée de ce nom.</numerusform>
    <numerusform>Il y a maintenant %n personnes invitées de ce nom.</numerusform>
   </translation>
  </message>
  <message>
   <source>{name} is here already.</source>
   <translation>{name} est déjà là.</translation>
  </message>
  <message>
   <source>{name} is here.</source>
   <translation>{name} est là.</translation>
  </message>
  <message>
   <source>{name} is signed up for {title}.</source>
   <translation>{name} : inscription notée pour {title}.</translation>
  </message>
 </context>
 <context>
  <name>Watching</name>
  <message>
   <source>Somebody was erased: what you had begun and was in no file may have spoken of them, and is gone with them.</source>
   <translation>Une personne a été effacée : ce que vous aviez commencé et qui n’était dans aucun fichier parlait peut-être d’elle, et a disparu avec elle.</translation>
  </message>
 </context>
 <context>
  <name>WhatWasOnIt</name>
  <message>
   <source>As far as this laptop knows, it may hold what the circle held when it last shared:</source>
   <translation>Pour autant que cet ordinateur le sache, il peut contenir ce que le cercle contenait lors de son dernier partage :</translation>
  </message>
 </context>
 <context>
  <name>Window</name>
  <message>
   <source>Is this laptop’s clock right?</source>
   <translation>L’horloge de cet ordinateur est-elle à l’heure ?</translation>
  </message>
  <message>
   <source>Make a problem report…</source>
   <translation>Faire un rapport de problème…</translation>
  </message>
  <message>
   <source>Other laptops merge what you write whatever its time. Only dates that people read would be wrong.</source>
   <translation>Les autres ordinateurs reprennent ce que vous écrivez quelle que soit l’heure. Seules les dates que les gens lisent seraient fausses.</translation>
  </message>
  <message>
   <source>Something went wrong that should not have. What was saved is kept.</source>
   <translation>Quelque chose s’est mal passé, par la faute du programme. Ce qui est enregistré est gardé.</translation>
  </message>
  <message>
   <source>Write all the same</source>
   <translation>Écrire quand même</translation>
  </message>
  <message>
   <source>{name} is opened alone. Not opened: {others}. Drop them one after the other.</source>
   <translation>Seul {name} est ouvert. Pas ouverts : {others}. Déposez-les l’un après l’autre.</translation>
  </message>
 </context>
 <context>
  <name>Worn</name>
  <message>
   <source>It was not changed: the circle would have to be opened anew, and that takes its passphrase.</source>
   <translation>Rien n’a été changé : il faudrait rouvrir le cercle, et pour cela sa phrase secrète.</translation>
  </message>
 </context>
 <context>
  <name>WriteBackup</name>
  <message>
   <source>Backups ({endings})</source>
   <translation>Sauvegardes ({endings})</translation>
  </message>
  <message>
   <source>Choose the file…</source>
   <translation>Choisir le fichier…</translation>
  </message>
  <message>
   <source>Passphrase (may be left empty)</source>
   <translation>Phrase secrète (peut rester vide)</translation>
  </message>
  <message>
   <source>The backup is sealed. It opens on this laptop, with the recovery sheet, and with the passphrase that you may give it here.</source>
   <translation>La sauvegarde est scellée. Elle s’ouvre sur cet ordinateur, avec la feuille de secours, et avec la phrase secrète que vous pouvez lui donner ici.</translation>
  </message>
  <message>
   <source>The same once more</source>
   <translation>La même encore une fois</translation>
  </message>
  <message>
   <source>The two passphrases are not the same.</source>
   <translation>Les deux phrases secrètes ne sont pas les mêmes.</translation>
  </message>
  <message>
   <source>Write a backup</source>
   <translation>Écrire une sauvegarde</translation>
  </message>
  <message>
   <source>Writing {file}</source>
   <translation>Écriture de {file}</translation>
  </message>
 </context>
 <context>
  <name>WrittenApart</name>
  <message>
   <source>Choose all</source>
   <translation>Tout choisir</translation>
  </message>
  <message>
   <source>One of the two stands, and the other is kept here. Nothing has to be done.</source>
   <translation>L’une des deux valeurs est conservée, et l’autre est gardée ici. Il n’y a rien à faire.</translation>
  </message>
  <message>
   <source>Show the person</source>
   <translation>Voir la personne</translation>
  </message>
  <message>
   <source>Show the record</source>
   <translation>Voir la fiche</translation>
  </message>
  <message>
   <source>Use the other of each instead</source>
   <translation>Prendre plutôt l’autre valeur de chacune</translation>
  </message>
  <message>
   <source>Written on two laptops at once</source>
   <translation>Écrit sur deux ordinateurs à la fois</translation>
  </message>
 </context>
 <context>
  <name>_Told</name>
  <message numerus="yes">
   <source>%n chosen</source>
   <translation>
    <numerusform>%n choisie</numerusform>
    <numerusform>%n choisies</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>fields</name>
  <message>
   <source>A passphrase</source>
   <translation>Une phrase secrète</translation>
  </message>
  <message>
   <source>About</source>
   <translation>À propos de</translation>
  </message>
  <message>
   <source>Absent</source>
   <translation>Absent</translation>
  </message>
  <message>
   <source>Accepted</source>
   <translation>Accepté</translation>
  </message>
  <message>
   <source>Access</source>
   <translation>Accès</translation>
  </message>
  <message>
   <source>Access needs</source>
   <translation>Besoins d’accès</translation>
  </message>
  <message>
   <source>Active</source>
   <translation>Actif</translation>
  </message>
  <message>
   <source>Address</source>
   <translation>Adresse</translation>
  </message>
  <message>
   <source>Agreements</source>
   <translation>Accords communs</translation>
  </message>
  <message>
   <source>Anonymised</source>
   <translation>Anonymisé</translation>
  </message>
  <message>
   <source>Answer</source>
   <translation>Réponse</translation>
  </message>
  <message>
   <source>Answer from outside</source>
   <translation>Réponse de l’extérieur</translation>
  </message>
  <message>
   <source>Answered on</source>
   <translation>Répondu le</translation>
  </message>
  <message>
   <source>Answers</source>
   <translation>Réponses</translation>
  </message>
  <message>
   <source>Answers from outside</source>
   <translation>Réponses de l’extérieur</translation>
  </message>
  <message>
   <source>Applied</source>
   <translation>Candidat</translation>
  </message>
  <message>
   <source>Arabic</source>
   <translation>Arabe</translation>
  </message>
  <message>
   <source>Attendance</source>
   <translation>Présences</translation>
  </message>
  <message>
   <source>Balance</source>
   <translation>Solde</translation>
  </message>
  <message>
   <source>Baltic</source>
   <translation>Balte</translation>
  </message>
  <message>
   <source>Begins</source>
   <translation>Début</translation>
  </message>
  <message>
   <source>Best reached by</source>
   <translation>Joindre de préférence par</translation>
  </message>
  <message>
   <source>Body</source>
   <translation>Contenu</translation>
  </message>
  <message>
   <source>Both people confirm an exchange</source>
   <translation>Les deux personnes confirment un échange</translation>
  </message>
  <message>
   <source>Called off</source>
   <translation>Annulé</translation>
  </message>
  <message>
   <source>Came</source>
   <translation>Venu</translation>
  </message>
  <message>
   <source>Central European</source>
   <translation>Europe centrale</translation>
  </message>
  <message>
   <source>Central European (DOS)</source>
   <translation>Europe centrale (DOS)</translation>
  </message>
  <message>
   <source>Central European (ISO)</source>
   <translation>Europe centrale (ISO)</translation>
  </message>
  <message>
   <source>Charter</source>
   <translation>Charte</translation>
  </message>
  <message>
   <source>Chinese, simplified</source>
   <translation>Chinois simplifié</translation>
  </message>
  <message>
   <source>Chinese, traditional</source>
   <translation>Chinois traditionnel</translation>
  </message>
  <message>
   <source>Civic life</source>
   <translation>Vie civique</translation>
  </message>
  <message>
   <source>Common project</source>
   <translation>Projet commun</translation>
  </message>
  <message>
   <source>Confirmed</source>
   <translation>Confirmé</translation>
  </message>
  <message>
   <source>Confirmed by</source>
   <translation>Confirmé par</translation>
  </message>
  <message>
   <source>Consent</source>
   <translation>Accord</translation>
  </message>
  <message>
   <source>Consents</source>
   <translation>Accords</translation>
  </message>
  <message>
   <source>Contact</source>
   <translation>Contact</translation>
  </message>
  <message>
   <source>Cyrillic</source>
   <translation>Cyrillique</translation>
  </message>
  <message>
   <source>Cyrillic (DOS)</source>
   <translation>Cyrillique (DOS)</translation>
  </message>
  <message>
   <source>Cyrillic (KOI8)</source>
   <translation>Cyrillique (KOI8)</translation>
  </message>
  <message>
   <source>Declined</source>
   <translation>Refusé</translation>
  </message>
  <message>
   <source>Did not come</source>
   <translation>Pas venu</translation>
  </message>
  <message>
   <source>Different</source>
   <translation>Différents</translation>
  </message>
  <message>
   <source>Disputed</source>
   <translation>Contesté</translation>
  </message>
  <message>
   <source>Draft</source>
   <translation>Brouillon</translation>
  </message>
  <message>
   <source>E-mail</source>
   <translation>E-mail</translation>
  </message>
  <message>
   <source>Economy</source>
   <translation>Économie</translation>
  </message>
  <message>
   <source>Education</source>
   <translation>Éducation</translation>
  </message>
  <message>
   <source>Emergency contact</source>
   <translation>Contact d’urgence</translation>
  </message>
  <message>
   <source>Exchange</source>
   <translation>Échange</translation>
  </message>
  <message>
   <source>Exchanges</source>
   <translation>Échanges</translation>
  </message>
  <message>
   <source>Expired</source>
   <translation>Expiré</translation>
  </message>
  <message>
   <source>Field of learning</source>
   <translation>Domaine</translation>
  </message>
  <message>
   <source>First name</source>
   <translation>Prénom</translation>
  </message>
  <message>
   <source>For</source>
   <translation>Pour</translation>
  </message>
  <message>
   <source>Form</source>
   <translation>Formulaire</translation>
  </message>
  <message>
   <source>Formal</source>
   <translation>Formel</translation>
  </message>
  <message>
   <source>Former member number</source>
   <translation>Ancien numéro de membre</translation>
  </message>
  <message>
   <source>From</source>
   <translation>De</translation>
  </message>
  <message>
   <source>Fulfilled</source>
   <translation>Réalisé</translation>
  </message>
  <message>
   <source>Given</source>
   <translation>Donné</translation>
  </message>
  <message>
   <source>Gone since</source>
   <translation>Parti depuis</translation>
  </message>
  <message>
   <source>Greek</source>
   <translation>Grec</translation>
  </message>
  <message>
   <source>Guest</source>
   <translation>Invité</translation>
  </message>
  <message>
   <source>Hebrew</source>
   <translation>Hébreu</translation>
  </message>
  <message>
   <source>Highest balance</source>
   <translation>Solde le plus haut</translation>
  </message>
  <message>
   <source>Host</source>
   <translation>Hôte</translation>
  </message>
  <message>
   <source>How</source>
   <translation>Comment</translation>
  </message>
  <message>
   <source>How learned</source>
   <translation>Apprentissage</translation>
  </message>
  <message>
   <source>How to address them</source>
   <translation>Comment s’adresser à elle ou lui</translation>
  </message>
  <message>
   <source>In person</source>
   <translation>En personne</translation>
  </message>
  <message>
   <source>Informal</source>
   <translation>Informel</translation>
  </message>
  <message>
   <source>Japanese</source>
   <translation>Japonais</translation>
  </message>
  <message>
   <source>Japanese (EUC)</source>
   <translation>Japonais (EUC)</translation>
  </message>
  <message>
   <source>Keep my details</source>
   <translation>Garder mes données</translation>
  </message>
  <message>
   <source>Korean</source>
   <translation>Coréen</translation>
  </message>
  <message>
   <source>Language</source>
   <translation>Langue</translation>
  </message>
  <message>
   <source>Languages</source>
   <translation>Langues</translation>
  </message>
  <message>
   <source>Laptop</source>
   <translation>Ordinateur</translation>
  </message>
  <message>
   <source>Laptops</source>
   <translation>Ordinateurs</translation>
  </message>
  <message>
   <source>Learning record</source>
   <translation>Acquis</translation>
  </message>
  <message>
   <source>Learning records</source>
   <translation>Acquis</translation>
  </message>
  <message>
   <source>Left</source>
   <translation>Parti</translation>
  </message>
  <message>
   <source>Length</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Link of two exchanges</source>
   <translation>Lien entre deux échanges</translation>
  </message>
  <message>
   <source>Link of two members</source>
   <translation>Lien entre deux membres</translation>
  </message>
  <message>
   <source>Links of exchanges</source>
   <translation>Liens entre échanges</translation>
  </message>
  <message>
   <source>Links of members</source>
   <translation>Liens entre membres</translation>
  </message>
  <message>
   <source>Lowest balance</source>
   <translation>Solde le plus bas</translation>
  </message>
  <message>
   <source>Matched</source>
   <translation>Pourvu</translation>
  </message>
  <message>
   <source>Maybe</source>
   <translation>Peut-être</translation>
  </message>
  <message>
   <source>Meetup</source>
   <translation>Rencontre</translation>
  </message>
  <message>
   <source>Meetups</source>
   <translation>Rencontres</translation>
  </message>
  <message>
   <source>Member</source>
   <translation>Membre</translation>
  </message>
  <message>
   <source>Member number</source>
   <translation>Numéro de membre</translation>
  </message>
  <message>
   <source>Member since</source>
   <translation>Membre depuis</translation>
  </message>
  <message>
   <source>Members</source>
   <translation>Membres</translation>
  </message>
  <message>
   <source>Message</source>
   <translation>Message</translation>
  </message>
  <message>
   <source>Message number</source>
   <translation>Numéro du message</translation>
  </message>
  <message>
   <source>Name</source>
   <translation>Nom</translation>
  </message>
  <message>
   <source>Name me in print</source>
   <translation>Me nommer dans les imprimés</translation>
  </message>
  <message>
   <source>Name of the circle</source>
   <translation>Nom du cercle</translation>
  </message>
  <message>
   <source>Neighbourhood</source>
   <translation>Quartier</translation>
  </message>
  <message>
   <source>No</source>
   <translation>Non</translation>
  </message>
  <message>
   <source>Non-formal</source>
   <translation>Non formel</translation>
  </message>
  <message>
   <source>Notes</source>
   <translation>Notes</translation>
  </message>
  <message>
   <source>Objective</source>
   <translation>Objectif</translation>
  </message>
  <message>
   <source>Offer</source>
   <translation>Offre</translation>
  </message>
  <message>
   <source>Offers</source>
   <translation>Offres</translation>
  </message>
  <message>
   <source>On</source>
   <translation>Le</translation>
  </message>
  <message>
   <source>One</source>
   <translation>L’un</translation>
  </message>
  <message>
   <source>Open</source>
   <translation>Ouvert</translation>
  </message>
  <message>
   <source>Opens with</source>
   <translation>S’ouvre avec</translation>
  </message>
  <message>
   <source>Other</source>
   <translation>L’autre</translation>
  </message>
  <message>
   <source>Paper</source>
   <translation>Papier</translation>
  </message>
  <message>
   <source>Parent or guardian</source>
   <translation>Parent ou responsable</translation>
  </message>
  <message>
   <source>Part of</source>
   <translation>Fait partie de</translation>
  </message>
  <message>
   <source>Parts</source>
   <translation>Parties</translation>
  </message>
  <message>
   <source>Pass on my contact</source>
   <translation>Transmettre mon contact</translation>
  </message>
  <message>
   <source>Paused</source>
   <translation>En pause</translation>
  </message>
  <message>
   <source>People without a name</source>
   <translation>Personnes sans nom</translation>
  </message>
  <message>
   <source>Person</source>
   <translation>Personne</translation>
  </message>
  <message>
   <source>Phone</source>
   <translation>Téléphone</translation>
  </message>
  <message>
   <source>Place</source>
   <translation>Lieu</translation>
  </message>
  <message>
   <source>Places</source>
   <translation>Lieux</translation>
  </message>
  <message>
   <source>Planned</source>
   <translation>Prévu</translation>
  </message>
  <message>
   <source>Post</source>
   <translation>Courrier</translation>
  </message>
  <message>
   <source>Proposed</source>
   <translation>Proposé</translation>
  </message>
  <message>
   <source>Public services</source>
   <translation>Services publics</translation>
  </message>
  <message>
   <source>Publish my listing</source>
   <translation>Publier mon annonce</translation>
  </message>
  <message>
   <source>Published</source>
   <translation>Publié</translation>
  </message>
  <message>
   <source>Recorded by</source>
   <translation>Noté par</translation>
  </message>
  <message>
   <source>Repeats</source>
   <translation>Se répète</translation>
  </message>
  <message>
   <source>Request</source>
   <translation>Demande</translation>
  </message>
  <message>
   <source>Requests</source>
   <translation>Demandes</translation>
  </message>
  <message>
   <source>Reversed</source>
   <translation>Annulé</translation>
  </message>
  <message>
   <source>Room for</source>
   <translation>Places</translation>
  </message>
  <message>
   <source>Sector</source>
   <translation>Secteur</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Réglages</translation>
  </message>
  <message>
   <source>Show me to members</source>
   <translation>Me montrer aux membres</translation>
  </message>
  <message>
   <source>Skills</source>
   <translation>Savoir-faire</translation>
  </message>
  <message>
   <source>Spoken</source>
   <translation>De vive voix</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Status</source>
   <translation>Statut</translation>
  </message>
  <message>
   <source>Thai</source>
   <translation>Thaï</translation>
  </message>
  <message>
   <source>The same</source>
   <translation>Le même</translation>
  </message>
  <message>
   <source>The same?</source>
   <translation>Le même ?</translation>
  </message>
  <message>
   <source>Time</source>
   <translation>Durée</translation>
  </message>
  <message>
   <source>Title</source>
   <translation>Titre</translation>
  </message>
  <message>
   <source>To</source>
   <translation>À</translation>
  </message>
  <message>
   <source>To a</source>
   <translation>À</translation>
  </message>
  <message>
   <source>Told</source>
   <translation>Prévenu</translation>
  </message>
  <message>
   <source>Topic</source>
   <translation>Sujet</translation>
  </message>
  <message>
   <source>Topics</source>
   <translation>Sujets</translation>
  </message>
  <message>
   <source>Turkish</source>
   <translation>Turc</translation>
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
   <translation>Jusqu’au</translation>
  </message>
  <message>
   <source>Vietnamese</source>
   <translation>Vietnamien</translation>
  </message>
  <message>
   <source>Voluntary work</source>
   <translation>Bénévolat</translation>
  </message>
  <message>
   <source>Waiting</source>
   <translation>En attente</translation>
  </message>
  <message>
   <source>Waiting list</source>
   <translation>Liste d’attente</translation>
  </message>
  <message>
   <source>Western European</source>
   <translation>Europe de l’Ouest</translation>
  </message>
  <message>
   <source>Western European (DOS)</source>
   <translation>Europe de l’Ouest (DOS)</translation>
  </message>
  <message>
   <source>Western European (old Macintosh)</source>
   <translation>Europe de l’Ouest (ancien Macintosh)</translation>
  </message>
  <message>
   <source>What</source>
   <translation>Quoi</translation>
  </message>
  <message>
   <source>When</source>
   <translation>Quand</translation>
  </message>
  <message>
   <source>Where</source>
   <translation>Où</translation>
  </message>
  <message>
   <source>Who</source>
   <translation>Qui</translation>
  </message>
  <message>
   <source>Who may see it</source>
   <translation>Qui peut le voir</translation>
  </message>
  <message>
   <source>Who may see monthly figures</source>
   <translation>Qui peut voir les chiffres du mois</translation>
  </message>
  <message>
   <source>Whose name and number stand</source>
   <translation>De qui le nom et le numéro restent</translation>
  </message>
  <message>
   <source>With whom</source>
   <translation>Avec qui</translation>
  </message>
  <message>
   <source>Withdrawn</source>
   <translation>Retiré</translation>
  </message>
  <message>
   <source>Withdrawn on</source>
   <translation>Retiré le</translation>
  </message>
  <message>
   <source>Work left out</source>
   <translation>Travail écarté</translation>
  </message>
  <message>
   <source>Written</source>
   <translation>Écrit le</translation>
  </message>
  <message>
   <source>Year of birth</source>
   <translation>Année de naissance</translation>
  </message>
  <message>
   <source>Yes</source>
   <translation>Oui</translation>
  </message>
  <message>
   <source>access is refused</source>
   <translation>l’accès est refusé</translation>
  </message>
  <message>
   <source>anniversary</source>
   <translation>anniversaire de mariage</translation>
  </message>
  <message>
   <source>attached files</source>
   <translation>fichiers joints</translation>
  </message>
  <message>
   <source>birthday</source>
   <translation>anniversaire</translation>
  </message>
  <message>
   <source>categories</source>
   <translation>catégories</translation>
  </message>
  <message>
   <source>chat address</source>
   <translation>adresse de messagerie</translation>
  </message>
  <message>
   <source>colour</source>
   <translation>couleur</translation>
  </message>
  <message>
   <source>comments</source>
   <translation>commentaires</translation>
  </message>
  <message>
   <source>contact</source>
   <translation>contact</translation>
  </message>
  <message>
   <source>dates left out of a series</source>
   <translation>dates retirées d’une série</translation>
  </message>
  <message>
   <source>diary entries</source>
   <translation>notes de journal</translation>
  </message>
  <message>
   <source>equipment</source>
   <translation>matériel</translation>
  </message>
  <message>
   <source>further addresses</source>
   <translation>autres adresses</translation>
  </message>
  <message>
   <source>further dates of a series</source>
   <translation>autres dates d’une série</translation>
  </message>
  <message>
   <source>gender</source>
   <translation>genre</translation>
  </message>
  <message>
   <source>it is a folder</source>
   <translation>c’est un dossier</translation>
  </message>
  <message>
   <source>it is not a folder</source>
   <translation>ce n’est pas un dossier</translation>
  </message>
  <message>
   <source>key</source>
   <translation>clé</translation>
  </message>
  <message>
   <source>logo</source>
   <translation>logo</translation>
  </message>
  <message>
   <source>no room is left on the disk</source>
   <translation>il n’y a plus de place sur le disque</translation>
  </message>
  <message>
   <source>organisation</source>
   <translation>organisation</translation>
  </message>
  <message>
   <source>photo</source>
   <translation>photo</translation>
  </message>
  <message>
   <source>place on the map</source>
   <translation>lieu sur la carte</translation>
  </message>
  <message>
   <source>position</source>
   <translation>fonction</translation>
  </message>
  <message>
   <source>role</source>
   <translation>rôle</translation>
  </message>
  <message>
   <source>tasks</source>
   <translation>tâches</translation>
  </message>
  <message>
   <source>that an event is not certain yet</source>
   <translation>qu’un événement n’est pas encore sûr</translation>
  </message>
  <message>
   <source>that is not allowed</source>
   <translation>l’opération n’est pas permise</translation>
  </message>
  <message>
   <source>the disk can only be read</source>
   <translation>le disque ne peut être que lu</translation>
  </message>
  <message>
   <source>the disk does not answer as it should</source>
   <translation>le disque ne répond pas comme il faut</translation>
  </message>
  <message>
   <source>the file is too large</source>
   <translation>le fichier est trop grand</translation>
  </message>
  <message>
   <source>there is nothing of that name</source>
   <translation>il n’y a rien de ce nom</translation>
  </message>
  <message>
   <source>time zone</source>
   <translation>fuseau horaire</translation>
  </message>
  <message>
   <source>web address</source>
   <translation>adresse web</translation>
  </message>
  <message>
   <source>what only the other program knows</source>
   <translation>ce que seul l’autre programme connaît</translation>
  </message>
  <message>
   <source>who invited</source>
   <translation>qui invite</translation>
  </message>
  <message>
   <source>who is in a group</source>
   <translation>qui est dans un groupe</translation>
  </message>
  <message>
   <source>who was invited</source>
   <translation>qui est invité</translation>
  </message>
  <message>
   <source>your share of the disk is used up</source>
   <translation>le quota du disque est dépassé</translation>
  </message>
 </context>
 <context>
  <name>labels</name>
  <message>
   <source>Add consent</source>
   <translation>Ajouter un accord</translation>
  </message>
  <message>
   <source>Add exchanges</source>
   <translation>Ajouter des échanges</translation>
  </message>
  <message>
   <source>Add learning record</source>
   <translation>Noter un acquis</translation>
  </message>
  <message>
   <source>Add meetup</source>
   <translation>Ajouter une rencontre</translation>
  </message>
  <message>
   <source>Add meetups</source>
   <translation>Ajouter des rencontres</translation>
  </message>
  <message>
   <source>Add member</source>
   <translation>Ajouter un membre</translation>
  </message>
  <message>
   <source>Add members</source>
   <translation>Ajouter des membres</translation>
  </message>
  <message>
   <source>Add offer</source>
   <translation>Ajouter une offre</translation>
  </message>
  <message>
   <source>Add offers</source>
   <translation>Ajouter des offres</translation>
  </message>
  <message>
   <source>Add place</source>
   <translation>Ajouter un lieu</translation>
  </message>
  <message>
   <source>Add request</source>
   <translation>Ajouter une demande</translation>
  </message>
  <message>
   <source>Add requests</source>
   <translation>Ajouter des demandes</translation>
  </message>
  <message>
   <source>Add topic</source>
   <translation>Ajouter un sujet</translation>
  </message>
  <message>
   <source>Add {name}</source>
   <translation>Ajouter {name}</translation>
  </message>
  <message>
   <source>An earlier change</source>
   <translation>Une modification antérieure</translation>
  </message>
  <message>
   <source>Answer a question</source>
   <translation>Répondre à une question</translation>
  </message>
  <message>
   <source>Answer {name}</source>
   <translation>Répondre à {name}</translation>
  </message>
  <message>
   <source>Answers from outside</source>
   <translation>Réponses de l’extérieur</translation>
  </message>
  <message>
   <source>Begin</source>
   <translation>Commencer</translation>
  </message>
  <message>
   <source>Bring back</source>
   <translation>Proposer de nouveau</translation>
  </message>
  <message>
   <source>Bring back what was removed</source>
   <translation>Rétablir ce qui avait été retiré</translation>
  </message>
  <message>
   <source>Bring back what {name} wrote</source>
   <translation>Proposer de nouveau ce que {name} a écrit</translation>
  </message>
  <message>
   <source>Call off {name}</source>
   <translation>Annuler la rencontre {name}</translation>
  </message>
  <message>
   <source>Cancel {name}</source>
   <translation>Annuler la rencontre {name}</translation>
  </message>
  <message>
   <source>Change exchange {name}</source>
   <translation>Modifier l’échange {name}</translation>
  </message>
  <message>
   <source>Change that {person} learned {name}</source>
   <translation>Modifier l’acquis de {person} : {name}</translation>
  </message>
  <message>
   <source>Change that {person} learned {name} ({label})</source>
   <translation>Modifier l’acquis de {person} : {name} ({label})</translation>
  </message>
  <message>
   <source>Change the charter</source>
   <translation>Modifier la charte</translation>
  </message>
  <message>
   <source>Change the charter ({label})</source>
   <translation>Modifier la charte ({label})</translation>
  </message>
  <message>
   <source>Change the settings</source>
   <translation>Modifier les réglages</translation>
  </message>
  <message>
   <source>Change the settings ({label})</source>
   <translation>Modifier les réglages ({label})</translation>
  </message>
  <message>
   <source>Change the status of {name} to {label}</source>
   <translation>Passer {name} au statut « {label} »</translation>
  </message>
  <message>
   <source>Change the {label} of exchange {name}</source>
   <translation>Modifier l’échange {name} ({label})</translation>
  </message>
  <message>
   <source>Change the {label} of {name}</source>
   <translation>Modifier {name} ({label})</translation>
  </message>
  <message>
   <source>Change {name}</source>
   <translation>Modifier {name}</translation>
  </message>
  <message>
   <source>Confirm exchange {name}</source>
   <translation>Confirmer l’échange {name}</translation>
  </message>
  <message>
   <source>Consents</source>
   <translation>Noter des accords</translation>
  </message>
  <message>
   <source>Count the same hours once</source>
   <translation>Compter une fois les mêmes heures</translation>
  </message>
  <message>
   <source>Count who came to {meetup}</source>
   <translation>Compter les participants : {meetup}</translation>
  </message>
  <message>
   <source>Decline exchange {name}</source>
   <translation>Refuser l’échange {name}</translation>
  </message>
  <message>
   <source>Dispute exchange {name}</source>
   <translation>Contester l’échange {name}</translation>
  </message>
  <message>
   <source>Done again: {label}.</source>
   <translation>Refait : {label}.</translation>
  </message>
  <message>
   <source>Enter again after damage</source>
   <translation>Saisir de nouveau après un dommage</translation>
  </message>
  <message>
   <source>Exchange {name}</source>
   <translation>Échange {name}</translation>
  </message>
  <message>
   <source>Farewell {name}</source>
   <translation>Départ de {name}</translation>
  </message>
  <message>
   <source>Headcount {name}</source>
   <translation>Décompte {name}</translation>
  </message>
  <message>
   <source>Import {name}</source>
   <translation>Importer {name}</translation>
  </message>
  <message>
   <source>Keep both exchanges</source>
   <translation>Garder les deux échanges</translation>
  </message>
  <message>
   <source>Keep both exchanges {name}</source>
   <translation>Garder les deux échanges {name}</translation>
  </message>
  <message>
   <source>Keep one of two exchanges</source>
   <translation>Garder un de deux échanges</translation>
  </message>
  <message>
   <source>Keep one of two exchanges {name}</source>
   <translation>Garder un des deux échanges {name}</translation>
  </message>
  <message>
   <source>Learned {name}</source>
   <translation>Appris : {name}</translation>
  </message>
  <message>
   <source>Leave out</source>
   <translation>Écarter</translation>
  </message>
  <message>
   <source>Leave out what {name} wrote</source>
   <translation>Écarter ce que {name} a écrit</translation>
  </message>
  <message>
   <source>Match</source>
   <translation>Mise en relation</translation>
  </message>
  <message>
   <source>Match a request</source>
   <translation>Trouver quelqu’un pour une demande</translation>
  </message>
  <message>
   <source>Member numbers</source>
   <translation>Numéros de membre</translation>
  </message>
  <message>
   <source>Merge {name}</source>
   <translation>Réunir {name}</translation>
  </message>
  <message>
   <source>Merge {one} and {other}</source>
   <translation>Réunir {one} et {other}</translation>
  </message>
  <message>
   <source>No longer note {person} for {meetup}</source>
   <translation>Ne plus noter {person} : {meetup}</translation>
  </message>
  <message>
   <source>Note that {person} came to {meetup}</source>
   <translation>Noter la venue de {person} : {meetup}</translation>
  </message>
  <message>
   <source>Note that {person} did not come to {meetup}</source>
   <translation>Noter l’absence de {person} : {meetup}</translation>
  </message>
  <message>
   <source>Note that {person} learned {name}</source>
   <translation>Noter l’acquis de {person} : {name}</translation>
  </message>
  <message>
   <source>Note that {person} was told about {meetup}</source>
   <translation>Noter que {person} est au courant pour {meetup}</translation>
  </message>
  <message>
   <source>Note the answer of {person} for {meetup}</source>
   <translation>Noter la réponse de {person} : {meetup}</translation>
  </message>
  <message>
   <source>Note what members agree to</source>
   <translation>Noter les accords de membres</translation>
  </message>
  <message>
   <source>Note what {person} agrees to</source>
   <translation>Noter les accords de {person}</translation>
  </message>
  <message>
   <source>Note who came to {meetup}</source>
   <translation>Noter qui est venu : {meetup}</translation>
  </message>
  <message>
   <source>Note who means to come to {meetup}</source>
   <translation>Noter qui compte venir : {meetup}</translation>
  </message>
  <message>
   <source>Note who was told about {meetup}</source>
   <translation>Noter qui est au courant pour {meetup}</translation>
  </message>
  <message>
   <source>Note {person} for {meetup} again</source>
   <translation>Noter de nouveau {person} : {meetup}</translation>
  </message>
  <message>
   <source>Opening balances</source>
   <translation>Soldes de départ</translation>
  </message>
  <message>
   <source>Plan {name}</source>
   <translation>Prévoir {name}</translation>
  </message>
  <message>
   <source>Plan {name} again</source>
   <translation>Prévoir de nouveau {name}</translation>
  </message>
  <message>
   <source>Propose {name}</source>
   <translation>Proposer {name}</translation>
  </message>
  <message>
   <source>Record exchange {name}</source>
   <translation>Noter l’échange {name}</translation>
  </message>
  <message>
   <source>Remove exchange {name}</source>
   <translation>Retirer l’échange {name}</translation>
  </message>
  <message>
   <source>Remove that {person} learned {name}</source>
   <translation>Retirer l’acquis de {person} : {name}</translation>
  </message>
  <message>
   <source>Remove the answer of {person} for {meetup}</source>
   <translation>Retirer la réponse de {person} : {meetup}</translation>
  </message>
  <message>
   <source>Remove what {person} agreed to</source>
   <translation>Retirer les accords de {person}</translation>
  </message>
  <message>
   <source>Remove {count} {label}</source>
   <translation>Retirer {count} {label}</translation>
  </message>
  <message>
   <source>Remove {name}</source>
   <translation>Retirer {name}</translation>
  </message>
  <message>
   <source>Rename a laptop</source>
   <translation>Renommer un ordinateur</translation>
  </message>
  <message>
   <source>Rename laptop {name}</source>
   <translation>Renommer l’ordinateur {name}</translation>
  </message>
  <message>
   <source>Request follows its exchanges</source>
   <translation>La demande suit ses échanges</translation>
  </message>
  <message>
   <source>Restore exchange {name}</source>
   <translation>Rétablir l’échange {name}</translation>
  </message>
  <message>
   <source>Restore that {person} learned {name}</source>
   <translation>Rétablir l’acquis de {person} : {name}</translation>
  </message>
  <message>
   <source>Restore the answer of {person} for {meetup}</source>
   <translation>Rétablir la réponse de {person} : {meetup}</translation>
  </message>
  <message>
   <source>Restore what {person} agreed to</source>
   <translation>Rétablir les accords de {person}</translation>
  </message>
  <message>
   <source>Restore {name}</source>
   <translation>Rétablir {name}</translation>
  </message>
  <message>
   <source>Reverse exchange {name}</source>
   <translation>Annuler l’échange {name}</translation>
  </message>
  <message>
   <source>Review</source>
   <translation>Révision</translation>
  </message>
  <message>
   <source>Say that merged members are several people</source>
   <translation>Dire que des membres réunis sont plusieurs personnes</translation>
  </message>
  <message>
   <source>Say that two members are two people</source>
   <translation>Dire que deux membres sont deux personnes</translation>
  </message>
  <message>
   <source>Say that {one} and {other} are one person</source>
   <translation>Dire que {one} et {other} sont une seule personne</translation>
  </message>
  <message>
   <source>Say that {one} and {other} are two people</source>
   <translation>Dire que {one} et {other} sont deux personnes</translation>
  </message>
  <message>
   <source>Separate members</source>
   <translation>Séparer des membres</translation>
  </message>
  <message>
   <source>Several changes</source>
   <translation>Plusieurs modifications</translation>
  </message>
  <message>
   <source>Sign {person} up for {meetup}</source>
   <translation>Inscrire {person} : {meetup}</translation>
  </message>
  <message>
   <source>Status {name}</source>
   <translation>Statut {name}</translation>
  </message>
  <message>
   <source>Take in opening balances</source>
   <translation>Reprendre des soldes de départ</translation>
  </message>
  <message>
   <source>Take in what {name} wrote</source>
   <translation>Reprendre ce que {name} a écrit</translation>
  </message>
  <message>
   <source>The same exchange</source>
   <translation>Le même échange</translation>
  </message>
  <message>
   <source>The same hours</source>
   <translation>Les mêmes heures</translation>
  </message>
  <message>
   <source>Undone: {label}.</source>
   <translation>Annulé : {label}.</translation>
  </message>
 </context>
 <context>
  <name>sentences</name>
  <message>
   <source>A change arrived damaged.</source>
   <translation>Une modification est arrivée endommagée.</translation>
  </message>
  <message>
   <source>A change carries a signature that is not its laptop's.</source>
   <translation>Une modification porte une signature qui n’est pas celle de son ordinateur.</translation>
  </message>
  <message>
   <source>A change of rights was not made: nobody would have been left who may run this circle.</source>
   <translation>Une modification des droits n’a pas été faite : plus personne n’aurait pu mener ce cercle.</translation>
  </message>
  <message>
   <source>A change that counts cannot be opened here any more. Make all lists again (check --rebuild).</source>
   <translation>Une modification qui compte ne peut plus être ouverte ici. Refaites toutes les listes (check --rebuild).</translation>
  </message>
  <message>
   <source>A circle has one {kind}: change what stands in it.</source>
   <translation>Un cercle n’en a qu’un seul ({kind}) : changez ce qui s’y trouve.</translation>
  </message>
  <message>
   <source>A circle holds at most 256 laptops.</source>
   <translation>Un cercle compte au plus 256 ordinateurs.</translation>
  </message>
  <message>
   <source>A circle needs a name.</source>
   <translation>Un cercle a besoin d’un nom.</translation>
  </message>
  <message>
   <source>A file of the kind {form} holds {kinds} only.</source>
   <translation>Un fichier de type {form} ne contient que ceci : {kinds}.</translation>
  </message>
  <message>
   <source>A headcount is a number from 0 to 100,000.</source>
   <translation>Un décompte est un nombre de 0 à 100 000.</translation>
  </message>
  <message>
   <source>A laptop has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. Nothing of the other is lost: it is kept on the laptop that wrote it, which enters it again when it shares next.</source>
   <translation>Un ordinateur a écrit deux versions différentes des mêmes modifications : il a été restauré d’une sauvegarde, ou copié. L’une des deux compte ici. Rien de l’autre n’est perdu : elle reste sur l’ordinateur qui l’a écrite, qui l’inscrira à nouveau à son prochain partage.</translation>
  </message>
  <message>
   <source>A laptop that was shut out has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. The other is kept on each laptop that it has come to, where an organizer can take it in; a stick brings it to others.</source>
   <translation>Un ordinateur qui a été exclu a écrit deux versions différentes des mêmes modifications : il a été restauré d’une sauvegarde, ou copié. L’une des deux compte ici. L’autre est gardée sur chaque ordinateur où elle est arrivée : qui y mène le cercle peut la reprendre ; une clé l’apporte aux autres.</translation>
  </message>
  <message>
   <source>A laptop tried to join with an invitation that had been used already.</source>
   <translation>Un ordinateur a voulu rejoindre avec une invitation déjà utilisée.</translation>
  </message>
  <message>
   <source>A laptop tried to join with an invitation that had expired.</source>
   <translation>Un ordinateur a voulu rejoindre avec une invitation expirée.</translation>
  </message>
  <message>
   <source>A laptop tried to join with an invitation that was cancelled.</source>
   <translation>Un ordinateur a voulu rejoindre avec une invitation annulée.</translation>
  </message>
  <message>
   <source>A laptop's right is one of {rights}.</source>
   <translation>Le droit d’un ordinateur est l’un de : {rights}.</translation>
  </message>
  <message>
   <source>A meetup cannot end before it begins ({field}).</source>
   <translation>Une rencontre ne peut finir avant de commencer ({field}).</translation>
  </message>
  <message>
   <source>A member who is {now} cannot become {status}.</source>
   <translation>Un membre « {now} » ne peut devenir « {status} ».</translation>
  </message>
  <message>
   <source>A message arrived damaged, or from a newer version.</source>
   <translation>Un message est arrivé endommagé, ou d’une version plus récente.</translation>
  </message>
  <message>
   <source>A message from outside arrived damaged, or from a newer version.</source>
   <translation>Un message de l’extérieur est arrivé endommagé, ou d’une version plus récente.</translation>
  </message>
  <message>
   <source>A newer version of Learning Circles has written into the list of this circle's laptops. Update the program here to go on.</source>
   <translation>Une version plus récente de Learning Circles a écrit dans la liste des ordinateurs de ce cercle. Mettez le programme à jour ici pour continuer.</translation>
  </message>
  <message>
   <source>A newer version of Learning Circles has written into the list of this circle's laptops. Update the program here: until then this laptop keeps and carries what it cannot read, and does not show it.</source>
   <translation>Une version plus récente de Learning Circles a écrit dans la liste des ordinateurs de ce cercle. Mettez le programme à jour ici : d’ici là, cet ordinateur garde et transporte ce qu’il ne peut pas lire, sans l’afficher.</translation>
  </message>
  <message>
   <source>A part of the list of this circle's laptops is missing.</source>
   <translation>Une partie de la liste des ordinateurs de ce cercle manque.</translation>
  </message>
  <message>
   <source>A passphrase needs at least 8 letters.</source>
   <translation>Une phrase secrète a besoin d’au moins 8 lettres.</translation>
  </message>
  <message>
   <source>A quotation mark is not closed here. The rows below were read without it.</source>
   <translation>Un guillemet n’est pas fermé ici. Les lignes suivantes ont été lues sans lui.</translation>
  </message>
  <message>
   <source>A recovery sheet has 24 words, and here are {count}. Compare with the sheet.</source>
   <translation>Une feuille de secours compte 24 mots, et il y en a ici {count}. Comparez avec la feuille.</translation>
  </message>
  <message>
   <source>A time looks like 2026-11-20T18:00.</source>
   <translation>Une heure s’écrit comme 2026-11-20T18:00.</translation>
  </message>
  <message>
   <source>A window needs some system libraries that are missing here. On Debian or Ubuntu run: sudo apt-get install -y {packages}</source>
   <translation>Une fenêtre a besoin de bibliothèques du système qui manquent ici. Sous Debian ou Ubuntu, lancez : sudo apt-get install -y {packages}</translation>
  </message>
  <message>
   <source>An answer is accepted or declined, not {state}.</source>
   <translation>Une réponse est « accepted » ou « declined », pas {state}.</translation>
  </message>
  <message>
   <source>An entry of {label} is too long ({field}).</source>
   <translation>Une entrée de « {label} » est trop longue ({field}).</translation>
  </message>
  <message>
   <source>An exchange begins as proposed or confirmed.</source>
   <translation>Un échange commence proposé ou confirmé.</translation>
  </message>
  <message>
   <source>An exchange fits into one day: at most 24 hours.</source>
   <translation>Un échange tient dans un jour : au plus 24 heures.</translation>
  </message>
  <message>
   <source>An exchange needs at least one minute.</source>
   <translation>Un échange dure au moins une minute.</translation>
  </message>
  <message>
   <source>An import takes “good” or “all” rows, not {take}.</source>
   <translation>Un import prend les lignes « good » ou « all », pas {take}.</translation>
  </message>
  <message>
   <source>An invitation by which it came in, or that it made, is still open. That is cancelled when you shut the laptop out: make a new one for whoever has not used it yet.</source>
   <translation>Une invitation par laquelle il est entré, ou qu’il a faite, est encore ouverte. Elle est annulée quand vous excluez l’ordinateur : faites-en une nouvelle pour qui ne l’a pas encore utilisée.</translation>
  </message>
  <message>
   <source>An invitation is for 1 to 100 laptops.</source>
   <translation>Une invitation vaut pour 1 à 100 ordinateurs.</translation>
  </message>
  <message>
   <source>An invitation lasts 1 to 366 days.</source>
   <translation>Une invitation dure de 1 à 366 jours.</translation>
  </message>
  <message>
   <source>An opening balance is whole minutes, at most 1,000,000.</source>
   <translation>Un solde de départ est en minutes entières, au plus 1 000 000.</translation>
  </message>
  <message>
   <source>An organizer has taken this laptop out of the circle. Nothing is lost: what you wrote and had not shared is kept here. Save it to a file and give that to an organizer, who can take it in.</source>
   <translation>Une personne qui mène le cercle en a retiré cet ordinateur. Rien n’est perdu : ce que vous avez écrit sans l’avoir partagé est gardé ici. Enregistrez-le dans un fichier et remettez-le à une personne qui mène le cercle, qui pourra le reprendre.</translation>
  </message>
  <message>
   <source>Another laptop has noted the same leaving: the hours stay where they are.</source>
   <translation>Un autre ordinateur a noté le même départ : les heures restent où elles sont.</translation>
  </message>
  <message>
   <source>Another laptop is called {name} already. Give this one another name.</source>
   <translation>Un autre ordinateur s’appelle déjà {name}. Donnez un autre nom à celui-ci.</translation>
  </message>
  <message>
   <source>Another member has the number {number}.</source>
   <translation>Un autre membre a le numéro {number}.</translation>
  </message>
  <message>
   <source>Another organizer’s laptop has moved the circle to {url} at the same time. It stays there. If it is to be at the other hub, do the same again.</source>
   <translation>L’ordinateur d’un autre organisateur a déplacé le cercle vers {url} au même moment. Il y reste. S’il doit être sur l’autre serveur, recommencez.</translation>
  </message>
  <message>
   <source>Another place keeps the list of this circle's laptops.</source>
   <translation>La liste des ordinateurs de ce cercle est tenue ailleurs.</translation>
  </message>
  <message>
   <source>Another program has set or changed this circle's passphrase meanwhile.</source>
   <translation>Un autre programme a entre-temps défini ou changé la phrase secrète de ce cercle.</translation>
  </message>
  <message>
   <source>Another program is at work in {folder}.</source>
   <translation>Un autre programme est à l’œuvre dans {folder}.</translation>
  </message>
  <message>
   <source>Another program is sharing this circle at the moment.</source>
   <translation>Un autre programme partage ce cercle en ce moment.</translation>
  </message>
  <message>
   <source>Another program is using this circle at the moment. Try again.</source>
   <translation>Un autre programme utilise ce cercle en ce moment. Réessayez.</translation>
  </message>
  <message>
   <source>Beside {file} there is no {name}, which a recovery sheet could open. Get the circle back from its hub or a stick instead.</source>
   <translation>À côté de {file}, il n’y a pas de {name} qu’une feuille de secours pourrait ouvrir. Retrouvez plutôt le cercle depuis son serveur ou une clé.</translation>
  </message>
  <message>
   <source>Born in {year} means {age} years of age: is that the right year ({field})?</source>
   <translation>Une naissance en {year} donne {age} ans : est-ce la bonne année ({field}) ?</translation>
  </message>
  <message>
   <source>Cancelled. Nothing was changed.</source>
   <translation>Annulé. Rien n’a été changé.</translation>
  </message>
  <message>
   <source>Changes that nobody else has would be lost ({count}).{reason} Write them onto a stick first.</source>
   <translation>Des modifications que personne d’autre n’a seraient perdues ({count}).{reason} Écrivez-les d’abord sur une clé.</translation>
  </message>
  <message>
   <source>Choose two different members.</source>
   <translation>Choisissez deux membres différents.</translation>
  </message>
  <message>
   <source>Duties pass to somebody else than who leaves.</source>
   <translation>Les responsabilités passent à quelqu’un d’autre que la personne qui part.</translation>
  </message>
  <message>
   <source>Each of these words is on the list, but together they are not a sheet's: one is another word, or two have changed places. Compare with the sheet, word by word.</source>
   <translation>Chacun de ces mots est dans la liste, mais ensemble ils ne sont pas ceux d’une feuille : l’un est un autre mot, ou deux ont changé de place. Comparez avec la feuille, mot par mot.</translation>
  </message>
  <message>
   <source>If it is lost or stolen, shut it out now: it gets nothing new from then on, and what it writes no longer counts.</source>
   <translation>S’il est perdu ou volé, excluez-le maintenant : il ne reçoit plus rien de nouveau, et ce qu’il écrit ne compte plus.</translation>
  </message>
  <message>
   <source>If the recovery sheet was with it, print a new one: that cancels the old one.</source>
   <translation>Si la feuille de secours était avec lui, imprimez-en une nouvelle : cela annule l’ancienne.</translation>
  </message>
  <message>
   <source>If {name} is meant, choose with the Down key.</source>
   <translation>S’il s’agit de {name}, choisissez avec la flèche bas.</translation>
  </message>
  <message>
   <source>Invitations are still open. Cancel those that may have been on it.</source>
   <translation>Des invitations sont encore ouvertes. Annulez celles qui pouvaient s’y trouver.</translation>
  </message>
  <message>
   <source>Is all of “{value}” the name? Where the family name comes first, write “Last name first name” above the column.</source>
   <translation>« {value} » est-il le nom en entier ? Si le nom de famille vient en premier, écrivez « Nom Prénom » au-dessus de la colonne.</translation>
  </message>
  <message>
   <source>Is that one person, or two? Type one after the other, the first name first.</source>
   <translation>Est-ce une personne, ou deux ? Tapez-les l’une après l’autre, le prénom d’abord.</translation>
  </message>
  <message>
   <source>It could read what only organizers read: complaints, notes and checks.</source>
   <translation>Il pouvait lire ce que lisent seulement les personnes qui mènent le cercle : plaintes, notes et vérifications.</translation>
  </message>
  <message>
   <source>It ends before it begins: its length is left out.</source>
   <translation>La fin précède le début : la durée est laissée de côté.</translation>
  </message>
  <message>
   <source>It has {cells} cells under {titles} titles: “{extra}” has none. A cell that holds “{mark}” needs quotation marks around it.</source>
   <translation>Elle a {cells} cellules pour {titles} titres : « {extra} » n’en a pas. Une cellule qui contient « {mark} » doit être entre guillemets.</translation>
  </message>
  <message>
   <source>It is shut out: it gets nothing new, and what it writes no longer counts.</source>
   <translation>Il est exclu : il ne reçoit plus rien de nouveau, et ce qu’il écrit ne compte plus.</translation>
  </message>
  <message>
   <source>It kept the list of the circle's laptops. This laptop takes that over when you shut it out.</source>
   <translation>Il tenait la liste des ordinateurs du cercle. Cet ordinateur-ci la reprend quand vous l’excluez.</translation>
  </message>
  <message>
   <source>It may belong to row {row}, where a quotation mark is not closed.</source>
   <translation>Elle fait peut-être partie de la ligne {row}, où un guillemet n’est pas fermé.</translation>
  </message>
  <message>
   <source>It repeats every day.</source>
   <translation>Cela se répète tous les jours.</translation>
  </message>
  <message>
   <source>It repeats every month.</source>
   <translation>Cela se répète tous les mois.</translation>
  </message>
  <message>
   <source>It repeats every week.</source>
   <translation>Cela se répète toutes les semaines.</translation>
  </message>
  <message>
   <source>It repeats every year.</source>
   <translation>Cela se répète tous les ans.</translation>
  </message>
  <message>
   <source>It repeats every {number} days.</source>
   <translation>Cela se répète tous les {number} jours.</translation>
  </message>
  <message>
   <source>It repeats every {number} months.</source>
   <translation>Cela se répète tous les {number} mois.</translation>
  </message>
  <message>
   <source>It repeats every {number} weeks.</source>
   <translation>Cela se répète toutes les {number} semaines.</translation>
  </message>
  <message>
   <source>It repeats every {number} years.</source>
   <translation>Cela se répète tous les {number} ans.</translation>
  </message>
  <message>
   <source>It repeats.</source>
   <translation>Cela se répète.</translation>
  </message>
  <message>
   <source>Its hours have been corrected since.</source>
   <translation>Ses heures ont été corrigées entre-temps.</translation>
  </message>
  <message>
   <source>Learning Circles is open already, and is busy. Try again in a moment.</source>
   <translation>Learning Circles est déjà ouvert, et occupé. Réessayez dans un moment.</translation>
  </message>
  <message>
   <source>Many may be meant: {names} and others. Choose with the Down key.</source>
   <translation>Beaucoup de personnes sont possibles : {names} et d’autres. Choisissez avec la flèche bas.</translation>
  </message>
  <message>
   <source>Meetups are planned for a year at most: until {day}.</source>
   <translation>Les rencontres se prévoient pour un an au plus : jusqu’au {day}.</translation>
  </message>
  <message>
   <source>Meetups are planned for a year at most: {count} times.</source>
   <translation>Les rencontres se prévoient pour un an au plus : {count} fois.</translation>
  </message>
  <message>
   <source>Member {value} is {name} here: is this the same person under another name ({field})?</source>
   <translation>Le membre {value} est {name} ici : est-ce la même personne sous un autre nom ({field}) ?</translation>
  </message>
  <message>
   <source>More than one is called {name}. Choose with the Down key.</source>
   <translation>Plusieurs personnes s’appellent {name}. Choisissez avec la flèche bas.</translation>
  </message>
  <message>
   <source>More than one may be meant: {names}. Choose with the Down key.</source>
   <translation>Plusieurs personnes sont possibles : {names}. Choisissez avec la flèche bas.</translation>
  </message>
  <message>
   <source>Name one guest at a time, the first name first, not “{value}”.</source>
   <translation>Nommez une personne invitée à la fois, le prénom d’abord, et non « {value} ».</translation>
  </message>
  <message>
   <source>No code can be read in {file}. Take a picture of the paper itself, or type what stands on it.</source>
   <translation>Aucun code ne peut être lu dans {file}. Prenez une photo de la feuille elle-même, ou tapez ce qui y est écrit.</translation>
  </message>
  <message>
   <source>No hours were brought in twice for this member.</source>
   <translation>Aucune heure n’a été apportée deux fois pour ce membre.</translation>
  </message>
  <message>
   <source>No laptop of this circle is called {id}. Give its whole name, or six digits or more of its id.</source>
   <translation>Aucun ordinateur de ce cercle ne s’appelle {id}. Donnez son nom entier, ou six chiffres ou plus de son identifiant.</translation>
  </message>
  <message>
   <source>No laptop shuts itself out. Another organizer's laptop can do that.</source>
   <translation>Aucun ordinateur ne s’exclut lui-même. L’ordinateur d’un autre organisateur peut le faire.</translation>
  </message>
  <message>
   <source>No other laptop that may run the circle has its newest keys yet. Share first, then try again.</source>
   <translation>Aucun autre ordinateur qui peut mener le cercle n’a encore ses clés les plus récentes. Partagez d’abord, puis réessayez.</translation>
  </message>
  <message>
   <source>No sheet of {file} has a column that fits {kinds}.</source>
   <translation>Aucune feuille de {file} n’a de colonne qui convienne ({kinds}).</translation>
  </message>
  <message>
   <source>Nobody can exchange time with themselves ({field}).</source>
   <translation>Personne ne peut échanger du temps avec soi-même ({field}).</translation>
  </message>
  <message>
   <source>Nobody else in the circle has its records, and the recovery sheet opens nothing without them. Write them onto a stick first.</source>
   <translation>Personne d’autre dans le cercle n’a ses données, et la feuille de secours n’ouvre rien sans elles. Écrivez-les d’abord sur une clé.</translation>
  </message>
  <message>
   <source>Nobody is called so. If {name} is meant, choose with the Down key.</source>
   <translation>Personne ne s’appelle ainsi. S’il s’agit de {name}, choisissez avec la flèche bas.</translation>
  </message>
  <message>
   <source>Nobody of that name was found. Choose from the list.</source>
   <translation>Personne de ce nom n’a été trouvé. Choisissez dans la liste.</translation>
  </message>
  <message>
   <source>Nobody would be left who may run this circle.</source>
   <translation>Plus personne ne pourrait mener ce cercle.</translation>
  </message>
  <message>
   <source>None of these records says that ({field}).</source>
   <translation>Aucune de ces fiches ne dit cela ({field}).</translation>
  </message>
  <message>
   <source>Nothing else stands in this line: does it belong to the list ({field})?</source>
   <translation>Il n’y a rien d’autre sur cette ligne : fait-elle partie de la liste ({field}) ?</translation>
  </message>
  <message>
   <source>Nothing of this laptop waits to be taken in.</source>
   <translation>Rien de cet ordinateur n’attend d’être repris.</translation>
  </message>
  <message>
   <source>Nothing that this laptop wrote was left out.</source>
   <translation>Rien de ce que cet ordinateur a écrit n’a été écarté.</translation>
  </message>
  <message>
   <source>Nothing was undone. {kept} The next undo goes on with what came before.</source>
   <translation>Rien n’a été annulé. {kept} La prochaine annulation reprend ce qui précède.</translation>
  </message>
  <message>
   <source>On Fridays.</source>
   <translation>Le vendredi.</translation>
  </message>
  <message>
   <source>On Mondays.</source>
   <translation>Le lundi.</translation>
  </message>
  <message>
   <source>On Saturdays.</source>
   <translation>Le samedi.</translation>
  </message>
  <message>
   <source>On Sundays.</source>
   <translation>Le dimanche.</translation>
  </message>
  <message>
   <source>On Thursdays.</source>
   <translation>Le jeudi.</translation>
  </message>
  <message>
   <source>On Tuesdays.</source>
   <translation>Le mardi.</translation>
  </message>
  <message>
   <source>On Wednesdays.</source>
   <translation>Le mercredi.</translation>
  </message>
  <message>
   <source>Only a confirmed exchange can be reversed.</source>
   <translation>Seul un échange confirmé peut être repris.</translation>
  </message>
  <message>
   <source>Only a laptop that may run the circle can keep the list of its laptops.</source>
   <translation>Seul un ordinateur qui peut mener le cercle peut tenir la liste de ses ordinateurs.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may bring a circle to a hub.</source>
   <translation>Seul l’ordinateur d’un organisateur peut relier un cercle à un serveur.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may change the list of laptops.</source>
   <translation>Seul l’ordinateur d’un organisateur peut modifier la liste des ordinateurs.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may change this.</source>
   <translation>Seul l’ordinateur d’un organisateur peut changer ceci.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may erase a member.</source>
   <translation>Seul l’ordinateur d’une organisatrice ou d’un organisateur peut effacer un membre.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may keep the list of laptops.</source>
   <translation>Seul un ordinateur d’organisateur peut tenir la liste des ordinateurs.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may print the recovery sheet.</source>
   <translation>Seul un ordinateur d’organisateur peut imprimer la feuille de secours.</translation>
  </message>
  <message>
   <source>Only an organizer's laptop may take in what was set aside.</source>
   <translation>Seul un ordinateur qui peut mener le cercle peut reprendre ce qui a été mis de côté.</translation>
  </message>
  <message>
   <source>Put {file} into {folder} first.</source>
   <translation>Placez d’abord {file} dans {folder}.</translation>
  </message>
  <message>
   <source>Records are exported as {formats}, not {form}.</source>
   <translation>On exporte en {formats}, pas en {form}.</translation>
  </message>
  <message>
   <source>Row {row} says something of the same person as well. Leave one of them in the list ({field}).</source>
   <translation>La ligne {row} parle aussi de la même personne. N’en gardez qu’une dans la liste ({field}).</translation>
  </message>
  <message>
   <source>Say first who asks: the request names nobody.</source>
   <translation>Dites d’abord qui demande : la demande ne nomme personne.</translation>
  </message>
  <message>
   <source>Say how many times, such as 12.</source>
   <translation>Dites combien de fois, par exemple 12.</translation>
  </message>
  <message>
   <source>Say until which day.</source>
   <translation>Dites jusqu’à quel jour.</translation>
  </message>
  <message>
   <source>Say where the hub is: its address is printed on the sheet.</source>
   <translation>Dites où est le serveur : son adresse est imprimée sur la feuille.</translation>
  </message>
  <message>
   <source>Say which laptop: its name, or how its id begins.</source>
   <translation>Dites quel ordinateur : son nom, ou le début de son identifiant.</translation>
  </message>
  <message>
   <source>Say who: a member, or a guest's first name.</source>
   <translation>Dites qui : un membre, ou le prénom d’un invité.</translation>
  </message>
  <message>
   <source>Several ids begin with {id}: give more digits.</source>
   <translation>Plusieurs identifiants commencent par {id} : donnez plus de chiffres.</translation>
  </message>
  <message>
   <source>Several meetups are called {name}: write the day behind it, such as 2026-11-28.</source>
   <translation>Plusieurs rencontres s’appellent {name} : ajoutez le jour, comme 2026-11-28.</translation>
  </message>
  <message>
   <source>Sharing was stopped. It goes on next time.</source>
   <translation>Le partage a été arrêté. Il reprendra la prochaine fois.</translation>
  </message>
  <message>
   <source>Shutting it out erases nothing on it. What it held stays readable to whoever can open it there.</source>
   <translation>L’exclure n’y efface rien. Ce qu’il contenait reste lisible pour qui peut l’ouvrir là-bas.</translation>
  </message>
  <message>
   <source>Since when they are a member was left empty, for the date of this laptop is in doubt: please note it.</source>
   <translation>La date d’adhésion a été laissée vide, car la date de cet ordinateur est incertaine : veuillez la noter.</translation>
  </message>
  <message>
   <source>Some changes could not be exchanged. Everything else was.</source>
   <translation>Certaines modifications n’ont pas pu être échangées. Tout le reste l’a été.</translation>
  </message>
  <message>
   <source>Some changes were left out, since the laptop that wrote them is not in this circle's list: it may be one copy too many of another one. Look at what that laptop shows, and enter again what is missing.</source>
   <translation>Certaines modifications ont été laissées de côté, car l’ordinateur qui les a écrites n’est pas dans la liste de ce cercle : c’est peut-être une copie de trop d’un autre. Regardez ce que montre cet ordinateur, et saisissez de nouveau ce qui manque.</translation>
  </message>
  <message>
   <source>Some changes were not signed by the laptop that they name, and were left out.</source>
   <translation>Certaines modifications n’étaient pas signées par l’ordinateur qu’elles nomment, et ont été laissées de côté.</translation>
  </message>
  <message>
   <source>Somebody would have given {hours} on {day}: a day has 24 hours.</source>
   <translation>Quelqu’un aurait donné {hours} le {day} : une journée a 24 heures.</translation>
  </message>
  <message>
   <source>Something answers at {url}, but not a Learning Circles hub. Check the address, or whether this network asks you to sign in first.</source>
   <translation>Quelque chose répond à {url}, mais pas un serveur Learning Circles. Vérifiez l’adresse, ou si ce réseau demande d’abord de se connecter.</translation>
  </message>
  <message>
   <source>Something went wrong inside the program.</source>
   <translation>Quelque chose s’est mal passé dans le programme.</translation>
  </message>
  <message>
   <source>Something went wrong inside the program: {detail}</source>
   <translation>Quelque chose a échoué dans le programme : {detail}</translation>
  </message>
  <message>
   <source>Stopped. Nothing was changed.</source>
   <translation>Arrêté. Rien n’a été modifié.</translation>
  </message>
  <message>
   <source>Take “kept” or “other”, not {take}.</source>
   <translation>Prenez « kept » ou « other », pas {take}.</translation>
  </message>
  <message>
   <source>Tell the members whose details were on it. In many countries the authority for data protection has to be told as well, in the European Union within 72 hours (Regulation 2016/679, articles 33 and 34).</source>
   <translation>Prévenez les membres dont les données s’y trouvaient. Dans beaucoup de pays, il faut aussi prévenir l’autorité de protection des données, dans l’Union européenne sous 72 heures (règlement 2016/679, articles 33 et 34).</translation>
  </message>
  <message>
   <source>That is not the passphrase of this backup.</source>
   <translation>Ce n’est pas la phrase secrète de cette sauvegarde.</translation>
  </message>
  <message>
   <source>That is not the passphrase of this circle.</source>
   <translation>Ce n’est pas la phrase secrète de ce cercle.</translation>
  </message>
  <message>
   <source>The backup is sealed with this laptop's key: on another computer it cannot be opened. Give a passphrase for that, or print the recovery sheet first.</source>
   <translation>La sauvegarde est scellée avec la clé de cet ordinateur : un autre ne peut pas l’ouvrir. Pour cela, donnez une phrase secrète, ou imprimez d’abord la feuille de secours.</translation>
  </message>
  <message>
   <source>The backup is sealed: it opens on this laptop, and with the recovery sheet on any other.</source>
   <translation>La sauvegarde est scellée : elle s’ouvre sur cet ordinateur, et avec la feuille de secours sur tout autre.</translation>
  </message>
  <message>
   <source>The backup is sealed: it opens with its passphrase, also on another computer.</source>
   <translation>La sauvegarde est scellée : elle s’ouvre avec sa phrase secrète, aussi sur un autre ordinateur.</translation>
  </message>
  <message>
   <source>The backup opens with this passphrase, but {name} is locked on this laptop with another one. Take that one away first (unlock), then restore it.</source>
   <translation>La sauvegarde s’ouvre avec cette phrase secrète, mais {name} est verrouillé sur cet ordinateur avec une autre. Retirez d’abord celle-ci (unlock), puis restaurez la sauvegarde.</translation>
  </message>
  <message>
   <source>The circle does not know this invitation yet: the laptop that gave it must first share, by a stick or beside it, with the laptop that keeps the list of this circle’s laptops. Join from a stick that is written there after that.</source>
   <translation>Le cercle ne connaît pas encore cette invitation : l’ordinateur qui l’a donnée doit d’abord partager, par une clé ou à côté de lui, avec l’ordinateur qui tient la liste des ordinateurs de ce cercle. Rejoignez ensuite par une clé écrite là-bas.</translation>
  </message>
  <message>
   <source>The circle does not know this invitation yet: the laptop that gave it must share with the circle’s hub first, and write the stick again where you join from one.</source>
   <translation>Le cercle ne connaît pas encore cette invitation : l’ordinateur qui l’a donnée doit d’abord partager avec le serveur du cercle, et écrire de nouveau la clé si vous rejoignez par une clé.</translation>
  </message>
  <message>
   <source>The circle does not let this laptop in.</source>
   <translation>Le cercle ne laisse pas entrer cet ordinateur.</translation>
  </message>
  <message>
   <source>The circle of this recovery sheet is not on this laptop.</source>
   <translation>Le cercle de cette feuille de secours n’est pas sur cet ordinateur.</translation>
  </message>
  <message>
   <source>The circle on it has no passphrase: whoever gets into the account on that computer can read it. Change the password of that account, and lock or erase the computer from afar if that can be done.</source>
   <translation>Le cercle n’y a pas de phrase secrète : qui entre dans le compte de cet ordinateur peut le lire. Changez le mot de passe de ce compte, et verrouillez ou effacez l’ordinateur à distance si c’est possible.</translation>
  </message>
  <message>
   <source>The circle on it opens only with its passphrase. Whoever does not know that cannot read it.</source>
   <translation>Le cercle ne s’y ouvre qu’avec sa phrase secrète. Qui ne la connaît pas ne peut pas le lire.</translation>
  </message>
  <message>
   <source>The circle was to move, or somebody else to keep its list of laptops; but meanwhile it had changed hands otherwise, and so that was left out.</source>
   <translation>Le cercle devait être déplacé, ou sa liste d’ordinateurs tenue par quelqu’un d’autre ; mais elle avait entre-temps changé de mains autrement, et cela n’a pas été fait.</translation>
  </message>
  <message>
   <source>The clock of this laptop is off.</source>
   <translation>L’horloge de cet ordinateur est décalée.</translation>
  </message>
  <message>
   <source>The disk of this laptop is full, or fails: the circle can be read, and nothing else. Carry it off now, on a stick or in a backup. Then make room; where there is room, the disk may be broken.</source>
   <translation>Le disque de cet ordinateur est plein, ou défaillant : le cercle peut être lu, et rien d’autre. Emportez-le maintenant, sur une clé USB ou dans une sauvegarde. Ensuite, faites de la place ; s’il y a de la place, le disque est peut-être abîmé.</translation>
  </message>
  <message>
   <source>The file has no column called {title}.</source>
   <translation>Le fichier n’a pas de colonne nommée {title}.</translation>
  </message>
  <message>
   <source>The file laptop.json of this laptop was damaged, and is kept under another name. Its circles were found again; its own settings begin anew.</source>
   <translation>Le fichier laptop.json de cet ordinateur était endommagé ; il est gardé sous un autre nom. Ses cercles ont été retrouvés ; ses propres réglages repartent de zéro.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged, and some of what this laptop had not shared yet could not be read.</source>
   <translation>Le fichier de ce cercle était endommagé, et une partie de ce que cet ordinateur n’avait pas encore partagé n’a pas pu être lue.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. Everything in it was brought over.</source>
   <translation>Le fichier de ce cercle était endommagé. Tout ce qu’il contenait a été repris.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. Nothing is missing: all that its lists showed was brought over; of some of it nobody knows any more who had entered it, and what it said before.</source>
   <translation>Le fichier de ce cercle était endommagé. Rien ne manque : tout ce que montraient ses listes a été repris ; pour une partie, personne ne sait plus qui l’avait saisi ni ce qui y figurait avant.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. What could not be read of it comes back when this laptop shares with the hub or another laptop.</source>
   <translation>Le fichier de ce cercle était endommagé. Ce qui n’a pas pu être lu revient quand cet ordinateur partage avec le serveur ou un autre ordinateur.</translation>
  </message>
  <message>
   <source>The file of this circle was damaged. What could not be read of it is here no more, and neither a hub nor another laptop has it. The damaged file is kept beside it.</source>
   <translation>Le fichier de ce cercle était endommagé. Ce qui n’a pas pu être lu n’est plus là, et ni un serveur ni un autre ordinateur ne l’ont. Le fichier endommagé est gardé à côté.</translation>
  </message>
  <message>
   <source>The file {file} is damaged.</source>
   <translation>Le fichier {file} est endommagé.</translation>
  </message>
  <message>
   <source>The folder of this circle cannot be written to, and what was written last in it is not on the stick.</source>
   <translation>Le dossier de ce cercle ne peut pas être écrit, et ce qui y a été écrit en dernier n’est pas sur la clé.</translation>
  </message>
  <message>
   <source>The folder of this circle cannot be written to: it can be read here, and nothing else.</source>
   <translation>Le dossier de ce cercle ne peut pas être écrit : on peut le lire ici, rien de plus.</translation>
  </message>
  <message>
   <source>The founding of this circle is not what its list says.</source>
   <translation>La fondation de ce cercle n’est pas ce que dit sa liste.</translation>
  </message>
  <message>
   <source>The hub at {hub} says that today is {theirs}, and this laptop's clock says {ours}. If the laptop is wrong, set its clock right before you write.</source>
   <translation>Pour le serveur {hub}, nous sommes le {theirs}, et pour l’horloge de cet ordinateur, le {ours}. Si c’est l’ordinateur qui se trompe, remettez-le à l’heure avant d’écrire.</translation>
  </message>
  <message>
   <source>The hub at {url} answers too slowly.</source>
   <translation>Le serveur {url} répond trop lentement.</translation>
  </message>
  <message>
   <source>The hub at {url} does not answer.</source>
   <translation>Le serveur {url} ne répond pas.</translation>
  </message>
  <message>
   <source>The hub at {url} does not answer. This laptop goes there by way of the proxy “{proxy}”, which its settings name: check that its address is right and that it answers.</source>
   <translation>Le serveur {url} ne répond pas. Cet ordinateur y va par le proxy « {proxy} », que nomment ses réglages : vérifiez que son adresse est juste et qu’il répond.</translation>
  </message>
  <message>
   <source>The hub at {url} does not show the certificate that this circle knows. Nothing was sent.</source>
   <translation>Le serveur {url} ne montre pas le certificat que ce cercle connaît. Rien n’a été envoyé.</translation>
  </message>
  <message>
   <source>The hub at {url} does not show the certificate that this circle knows. Nothing was sent. If it was set up anew, its steward has a code with which the circle joins it again.</source>
   <translation>Le carrefour {url} ne montre pas le certificat que ce cercle connaît. Rien n’a été envoyé. S’il a été réinstallé, son intendant a un code avec lequel le cercle le rejoint de nouveau.</translation>
  </message>
  <message>
   <source>The hub at {url} has been asked very often from this laptop or its network. Sharing goes on in {seconds} seconds.</source>
   <translation>Cet ordinateur ou son réseau a interrogé le serveur {url} très souvent. Le partage reprendra dans {seconds} secondes.</translation>
  </message>
  <message>
   <source>The hub at {url} was not reached. The proxy “{proxy}”, by way of which this laptop goes there, says: {said}.</source>
   <translation>Le serveur {url} n’a pas été atteint. Le proxy « {proxy} », par lequel cet ordinateur y va, dit : {said}.</translation>
  </message>
  <message>
   <source>The hub does not come to an end. Try again later.</source>
   <translation>Le serveur n’en finit pas. Réessayez plus tard.</translation>
  </message>
  <message>
   <source>The hub does not know this invitation yet: the laptop that gave it must share with the hub first.</source>
   <translation>Le serveur ne connaît pas encore cette invitation : l’ordinateur qui l’a donnée doit d’abord partager avec lui.</translation>
  </message>
  <message>
   <source>The hub does not know this recovery sheet: a newer one has cancelled it, or the laptop that printed it has not shared with the hub since.</source>
   <translation>Le serveur ne connaît pas cette feuille de secours : une plus récente l’a annulée, ou l’ordinateur qui l’a imprimée n’a pas partagé avec le serveur depuis.</translation>
  </message>
  <message>
   <source>The hub keeps the list of this circle's laptops. If it is gone for good, take the list over with the recovery sheet (circle keeper --sheet).</source>
   <translation>C’est le serveur qui tient la liste des ordinateurs de ce cercle. S’il a disparu pour de bon, reprenez la liste avec la feuille de secours (circle keeper --sheet).</translation>
  </message>
  <message>
   <source>The hub keeps the list of this circle's laptops. While it answers, it hands the list on to the laptop that is named (circle keeper NAME), be it this one. If it is gone for good, only a recovery sheet that it has confirmed takes the list from it, and there is none: the laptops go on sharing by stick and on the same network, but none can be added. To add some, found the circle anew on one laptop, and read in there what is exported here.</source>
   <translation>C’est le serveur qui tient la liste des ordinateurs de ce cercle. Tant qu’il répond, il la remet à l’ordinateur dont on donne le nom (circle keeper NOM), même à celui-ci. S’il a disparu pour de bon, seule une feuille de secours qu’il a confirmée permet de la reprendre, et il n’y en a pas : les ordinateurs continuent à partager par clé USB et sur le même réseau, mais aucun ne peut être ajouté. Pour en ajouter, fondez de nouveau le cercle sur un ordinateur, et importez-y ce qui est exporté ici.</translation>
  </message>
  <message>
   <source>The hub that answers at {url} says that it is at {other}. Ask its steward for a new code.</source>
   <translation>Le serveur qui répond à {url} dit qu’il se trouve à {other}. Demandez un nouveau code à son responsable.</translation>
  </message>
  <message>
   <source>The hub that keeps the list of this circle's laptops did not hand it on.</source>
   <translation>Le serveur qui tient la liste des ordinateurs de ce cercle ne l’a pas transmise.</translation>
  </message>
  <message>
   <source>The keys lie in a file that only your account can read. Whoever uses your account can open the circle.</source>
   <translation>Les clés sont dans un fichier que seul votre compte peut lire. Qui utilise votre compte peut ouvrir le cercle.</translation>
  </message>
  <message>
   <source>The keys lie in this computer's keyring.</source>
   <translation>Les clés sont dans le trousseau de cet ordinateur.</translation>
  </message>
  <message>
   <source>The laptop beside this one does not answer.</source>
   <translation>L’ordinateur voisin ne répond pas.</translation>
  </message>
  <message>
   <source>The laptop beside this one is not, or no longer, in this circle.</source>
   <translation>L’ordinateur voisin ne fait pas, ou plus, partie de ce cercle.</translation>
  </message>
  <message>
   <source>The laptop beside this one is of another circle.</source>
   <translation>L’ordinateur voisin est d’un autre cercle.</translation>
  </message>
  <message>
   <source>The laptop that wrote this may not change who is in the circle.</source>
   <translation>L’ordinateur qui a écrit ceci ne peut pas changer qui est dans le cercle.</translation>
  </message>
  <message>
   <source>The last action was an erasure. It cannot be undone.</source>
   <translation>La dernière action était un effacement. Il ne peut pas être annulé.</translation>
  </message>
  <message>
   <source>The line to the hub at {url} broke in the middle of its answer.</source>
   <translation>La liaison avec le serveur {url} a été coupée au milieu de sa réponse.</translation>
  </message>
  <message>
   <source>The list of this circle's laptops arrived damaged.</source>
   <translation>La liste des ordinateurs de ce cercle est arrivée endommagée.</translation>
  </message>
  <message>
   <source>The list of this circle's laptops is missing.</source>
   <translation>La liste des ordinateurs de ce cercle manque.</translation>
  </message>
  <message>
   <source>The list of this circle's laptops is not confirmed by whoever keeps it.</source>
   <translation>La liste des ordinateurs de ce cercle n’est pas confirmée par qui la tient.</translation>
  </message>
  <message>
   <source>The other side answered with something this version cannot read.</source>
   <translation>L’autre côté a répondu par quelque chose que cette version ne sait pas lire.</translation>
  </message>
  <message>
   <source>The other side answered, but it is not this circle's hub.</source>
   <translation>L’autre côté a répondu, mais ce n’est pas le serveur de ce cercle.</translation>
  </message>
  <message>
   <source>The other side answered, but not as a Learning Circles hub. Check its address.</source>
   <translation>L’autre côté a répondu, mais pas comme un serveur Learning Circles. Vérifiez l’adresse.</translation>
  </message>
  <message>
   <source>The other side refused.</source>
   <translation>L’autre côté a refusé.</translation>
  </message>
  <message>
   <source>The recovery sheet does not work yet: the hub has to confirm it, and does so when this laptop shares with it. A hub that is gone for good never will; then this sheet brings nothing back.</source>
   <translation>La feuille de secours ne sert pas encore : le serveur doit la confirmer, ce qu’il fait quand cet ordinateur partage avec lui. Un serveur disparu pour de bon ne le fera jamais ; cette feuille ne rétablit alors rien.</translation>
  </message>
  <message>
   <source>The recovery sheet does not work yet: the laptop that keeps the list of laptops has to confirm it. Share with that one.</source>
   <translation>La feuille de secours ne sert pas encore : l’ordinateur qui tient la liste des ordinateurs doit la confirmer. Partagez avec lui.</translation>
  </message>
  <message>
   <source>The spreadsheet has shortened {value}: the number is lost.</source>
   <translation>Le tableur a abrégé {value} : le numéro est perdu.</translation>
  </message>
  <message>
   <source>The spreadsheet hides this row.</source>
   <translation>Le tableur cache cette ligne.</translation>
  </message>
  <message>
   <source>There are too many circle files called {name}.</source>
   <translation>Il y a trop de fichiers de cercle nommés {name}.</translation>
  </message>
  <message>
   <source>There are two different lists of this circle's laptops. Ask the hub's steward.</source>
   <translation>Il y a deux listes différentes des ordinateurs de ce cercle. Demandez au responsable du serveur.</translation>
  </message>
  <message>
   <source>There is a topic called {name} already.</source>
   <translation>Il y a déjà un sujet nommé {name}.</translation>
  </message>
  <message>
   <source>There is no answer from outside with the id {id}.</source>
   <translation>Il n’y a pas de réponse de l’extérieur avec l’identifiant {id}.</translation>
  </message>
  <message>
   <source>There is no circle file at {path}.</source>
   <translation>Il n’y a pas de fichier de cercle à {path}.</translation>
  </message>
  <message>
   <source>There is no circle file {path} on this laptop.</source>
   <translation>Il n’y a pas de fichier de cercle {path} sur cet ordinateur.</translation>
  </message>
  <message>
   <source>There is no circle on this laptop yet. Found one, or join one.</source>
   <translation>Il n’y a pas encore de cercle sur cet ordinateur. Fondez-en un, ou rejoignez-en un.</translation>
  </message>
  <message>
   <source>There is no circle on this laptop yet: there is no folder {folder}.</source>
   <translation>Il n’y a pas encore de cercle sur cet ordinateur : il n’y a pas de dossier {folder}.</translation>
  </message>
  <message>
   <source>There is no code to be seen in {file}. Take the picture from nearer.</source>
   <translation>On ne voit aucun code dans {file}. Prenez la photo de plus près.</translation>
  </message>
  <message>
   <source>There is no display here. The commands need none: see learningcircles --help.</source>
   <translation>Il n’y a pas d’écran ici. Les commandes s’en passent : voyez learningcircles --help.</translation>
  </message>
  <message>
   <source>There is no encoding called {name}.</source>
   <translation>Il n’y a pas d’encodage nommé {name}.</translation>
  </message>
  <message>
   <source>There is no field called {field}.</source>
   <translation>Il n’y a pas de champ nommé {field}.</translation>
  </message>
  <message>
   <source>There is no file {file}.</source>
   <translation>Il n’y a pas de fichier {file}.</translation>
  </message>
  <message>
   <source>There is no file {path}.</source>
   <translation>Il n’y a pas de fichier {path}.</translation>
  </message>
  <message>
   <source>There is no folder {folder}.</source>
   <translation>Il n’y a pas de dossier {folder}.</translation>
  </message>
  <message>
   <source>There is no kind of record called {name}. Known: {known}.</source>
   <translation>Il n’y a pas de sorte de fiche nommée {name}. Connues : {known}.</translation>
  </message>
  <message>
   <source>There is no laptop with the id {id} in this circle.</source>
   <translation>Il n’y a pas d’ordinateur {id} dans ce cercle.</translation>
  </message>
  <message>
   <source>There is no meetup called {name}.</source>
   <translation>Il n’y a pas de rencontre nommée {name}.</translation>
  </message>
  <message>
   <source>There is no meetup with the id {id}.</source>
   <translation>Il n’y a pas de rencontre {id}.</translation>
  </message>
  <message>
   <source>There is no member called {name}.</source>
   <translation>Il n’y a pas de membre nommé {name}.</translation>
  </message>
  <message>
   <source>There is no member with the id {id} ({field}).</source>
   <translation>Il n’y a pas de membre {id} ({field}).</translation>
  </message>
  <message>
   <source>There is no open invitation {id}.</source>
   <translation>Il n’y a pas d’invitation ouverte {id}.</translation>
  </message>
  <message>
   <source>There is no status called {status}.</source>
   <translation>Il n’y a pas de statut nommé {status}.</translation>
  </message>
  <message>
   <source>There is no such action in this circle's history.</source>
   <translation>Il n’y a pas de telle action dans l’historique de ce cercle.</translation>
  </message>
  <message>
   <source>There is no {kind} with the id {id} ({field}).</source>
   <translation>Il n’y a pas de fiche ({kind}) {id} ({field}).</translation>
  </message>
  <message>
   <source>There is no {kind} with the id {id}.</source>
   <translation>Il n’y a pas de fiche ({kind}) {id}.</translation>
  </message>
  <message>
   <source>There is nothing at this address for laptops.</source>
   <translation>Il n’y a rien à cette adresse pour les ordinateurs.</translation>
  </message>
  <message>
   <source>There is nothing at this address.</source>
   <translation>Il n’y a rien à cette adresse.</translation>
  </message>
  <message>
   <source>There is nothing left to review of that laptop.</source>
   <translation>Il ne reste rien à revoir de cet ordinateur.</translation>
  </message>
  <message>
   <source>There is nothing to redo.</source>
   <translation>Il n’y a rien à rétablir.</translation>
  </message>
  <message>
   <source>There is nothing to review with the id {id}.</source>
   <translation>Il n’y a rien à réviser avec l’identifiant {id}.</translation>
  </message>
  <message>
   <source>There is nothing to undo since this laptop got a new identity. Correct what came before by hand.</source>
   <translation>Il n’y a rien à annuler depuis que cet ordinateur a une nouvelle identité. Corrigez à la main ce qui était avant.</translation>
  </message>
  <message>
   <source>There is nothing to undo.</source>
   <translation>Il n’y a rien à annuler.</translation>
  </message>
  <message>
   <source>There were two lists of this circle's laptops. One of them counts now; what the other one held is being entered again. An organizer should look at the list of laptops.</source>
   <translation>Il y avait deux listes des ordinateurs de ce cercle. L’une d’elles compte désormais ; ce que contenait l’autre est inscrit à nouveau. Une personne qui mène le cercle devrait regarder la liste des ordinateurs.</translation>
  </message>
  <message>
   <source>There were two lists of this circle's laptops. The one that {name} keeps counts now; what the other one held is being entered again. An organizer should look at the list of laptops.</source>
   <translation>Il y avait deux listes des ordinateurs de ce cercle. Celle que tient « {name} » compte désormais ; ce que contenait l’autre est inscrit à nouveau. Une personne qui mène le cercle devrait regarder la liste des ordinateurs.</translation>
  </message>
  <message>
   <source>These sealed keys are damaged, or from a newer version of this program.</source>
   <translation>Ces clés scellées sont abîmées, ou viennent d’une version plus récente de ce programme.</translation>
  </message>
  <message>
   <source>These two are one member already.</source>
   <translation>Ces deux fiches sont déjà celles d’un seul membre.</translation>
  </message>
  <message>
   <source>They stay merged, and nothing was changed: a part of what was written of them earlier cannot be read on this laptop. Separate them on another laptop, or here once this one has shared.</source>
   <translation>Ces deux membres restent réunis et rien n’a changé : une partie de ce qui a été écrit à leur sujet ne peut pas être lue sur cet ordinateur. Séparez-les sur un autre ordinateur, ou ici une fois que celui-ci aura partagé.</translation>
  </message>
  <message>
   <source>This answer from outside is no longer there.</source>
   <translation>Cette réponse de l’extérieur n’est plus là.</translation>
  </message>
  <message>
   <source>This backup needs its passphrase.</source>
   <translation>Cette sauvegarde a besoin de sa phrase secrète.</translation>
  </message>
  <message>
   <source>This backup was sealed with another laptop's key. The recovery sheet opens it, if there was one then.</source>
   <translation>Cette sauvegarde a été scellée avec la clé d’un autre ordinateur. La feuille de secours l’ouvre, s’il y en avait déjà une.</translation>
  </message>
  <message>
   <source>This belonged to somebody who was erased. It cannot be written again.</source>
   <translation>Cela appartenait à une personne effacée. On ne peut plus l’écrire.</translation>
  </message>
  <message>
   <source>This belongs to another circle.</source>
   <translation>Ceci appartient à un autre cercle.</translation>
  </message>
  <message>
   <source>This cannot be stored: {what}.</source>
   <translation>Ceci ne peut être gardé : {what}.</translation>
  </message>
  <message>
   <source>This card is of a group or an organisation ({field}).</source>
   <translation>Cette carte est celle d’un groupe ou d’une organisation ({field}).</translation>
  </message>
  <message>
   <source>This circle does not know this recovery sheet: it was cancelled by a newer one, or what is here is older than the sheet.</source>
   <translation>Ce cercle ne connaît pas cette feuille de secours : une plus récente l’a annulée, ou ce qui est ici est plus ancien que la feuille.</translation>
  </message>
  <message>
   <source>This circle file is an older copy, or was copied from elsewhere. This laptop goes on under a new identity in the circle, and what it had not shared yet is kept.</source>
   <translation>Ce fichier de cercle est une copie plus ancienne, ou a été copié d’ailleurs. Cet ordinateur continue dans le cercle sous une nouvelle identité, et ce qu’il n’avait pas encore partagé est conservé.</translation>
  </message>
  <message>
   <source>This circle has no hub yet. Bring it to one, or share with a stick.</source>
   <translation>Ce cercle n’a pas encore de serveur. Reliez-le à un serveur, ou partagez par une clé.</translation>
  </message>
  <message>
   <source>This circle is locked: it needs its passphrase.</source>
   <translation>Ce cercle est verrouillé : il lui faut sa phrase secrète.</translation>
  </message>
  <message>
   <source>This code comes from a newer version of the program. Update this one first.</source>
   <translation>Ce code vient d’une version plus récente du programme. Mettez d’abord celui-ci à jour.</translation>
  </message>
  <message>
   <source>This code is damaged. Ask for it once more.</source>
   <translation>Ce code est endommagé. Demandez-le encore une fois.</translation>
  </message>
  <message>
   <source>This code is damaged. Type the 24 words instead.</source>
   <translation>Ce code est abîmé. Tapez plutôt les 24 mots.</translation>
  </message>
  <message>
   <source>This comes from a newer version of the program. Update this one first.</source>
   <translation>Ceci vient d’une version plus récente du programme. Mettez d’abord celui-ci à jour.</translation>
  </message>
  <message>
   <source>This computer's keyring does not answer. Unlock it and try again.</source>
   <translation>Le trousseau de cet ordinateur ne répond pas. Déverrouillez-le et réessayez.</translation>
  </message>
  <message>
   <source>This day is before the first meetup.</source>
   <translation>Ce jour est avant la première rencontre.</translation>
  </message>
  <message>
   <source>This day is still to come. Record it afterwards.</source>
   <translation>Ce jour est encore à venir. Notez-le après coup.</translation>
  </message>
  <message>
   <source>This exchange is confirmed already.</source>
   <translation>Cet échange est déjà confirmé.</translation>
  </message>
  <message>
   <source>This exchange is confirmed: reverse it instead.</source>
   <translation>Cet échange est confirmé : reprenez-le plutôt.</translation>
  </message>
  <message>
   <source>This file is not a table: it holds no text.</source>
   <translation>Ce fichier n’est pas un tableau : il ne contient pas de texte.</translation>
  </message>
  <message>
   <source>This file is not written in {label}.</source>
   <translation>Ce fichier n’est pas écrit ainsi : {label}.</translation>
  </message>
  <message>
   <source>This has been undone already.</source>
   <translation>Cela a déjà été annulé.</translation>
  </message>
  <message>
   <source>This hub code is damaged. Ask the steward for it once more.</source>
   <translation>Ce code de serveur est endommagé. Redemandez-le au responsable du serveur.</translation>
  </message>
  <message>
   <source>This invitation has been used already. Ask for a new one.</source>
   <translation>Cette invitation a déjà servi. Demandez-en une nouvelle.</translation>
  </message>
  <message>
   <source>This invitation has expired. Ask for a new one.</source>
   <translation>Cette invitation a expiré. Demandez-en une nouvelle.</translation>
  </message>
  <message>
   <source>This invitation has expired: it ended on {ended}, and by this laptop’s clock it is {today}. If that is right, ask for a new one; if not, set the clock right and join again.</source>
   <translation>Cette invitation a expiré : elle a pris fin le {ended}, et d’après l’horloge de cet ordinateur nous sommes le {today}. Si c’est juste, demandez-en une nouvelle ; sinon, réglez l’horloge et rejoignez de nouveau.</translation>
  </message>
  <message>
   <source>This invitation is damaged. Ask for it once more.</source>
   <translation>Cette invitation est endommagée. Redemandez-la.</translation>
  </message>
  <message>
   <source>This invitation is no longer open.</source>
   <translation>Cette invitation n’est plus ouverte.</translation>
  </message>
  <message>
   <source>This invitation names no hub, and no laptop beside this one knows it. Open the circle there, on the same network, or join from a stick.</source>
   <translation>Cette invitation ne nomme pas de serveur, et aucun ordinateur à côté de celui-ci ne la connaît. Ouvrez-y le cercle, sur le même réseau, ou rejoignez depuis une clé.</translation>
  </message>
  <message>
   <source>This invitation names no hub. Join from a stick instead.</source>
   <translation>Cette invitation ne nomme pas de serveur. Rejoignez plutôt depuis une clé.</translation>
  </message>
  <message>
   <source>This invitation was cancelled.</source>
   <translation>Cette invitation a été annulée.</translation>
  </message>
  <message>
   <source>This invitation was cancelled. Ask for a new one.</source>
   <translation>Cette invitation a été annulée. Demandez-en une nouvelle.</translation>
  </message>
  <message>
   <source>This is a laptop, not a hub.</source>
   <translation>Ceci est un ordinateur portable, pas un serveur.</translation>
  </message>
  <message>
   <source>This is a whole day: it is taken from 00:00, for want of a time.</source>
   <translation>C’est une journée entière : faute d’heure, elle est prise à partir de 00:00.</translation>
  </message>
  <message>
   <source>This is damaged: it is not written as this program writes.</source>
   <translation>Ceci est endommagé : ce n’est pas écrit comme ce programme écrit.</translation>
  </message>
  <message>
   <source>This is damaged: {detail}.</source>
   <translation>Ceci est endommagé : {detail}.</translation>
  </message>
  <message>
   <source>This is larger than anything this program sends.</source>
   <translation>Ceci est plus grand que tout ce que ce programme envoie.</translation>
  </message>
  <message>
   <source>This is larger than anything this program writes.</source>
   <translation>Ceci est plus grand que tout ce que ce programme écrit.</translation>
  </message>
  <message>
   <source>This is more than one entry in the list of this circle's laptops may hold. Nothing was changed.</source>
   <translation>C’est plus que ce que peut contenir une seule inscription dans la liste des ordinateurs de ce cercle. Rien n’a été modifié.</translation>
  </message>
  <message>
   <source>This is not a hub's code: it should begin with {prefix}.</source>
   <translation>Ce n’est pas le code d’un serveur : il doit commencer par {prefix}.</translation>
  </message>
  <message>
   <source>This is not a recovery sheet’s code: it should begin with {prefix}.</source>
   <translation>Ce n’est pas le code d’une feuille de secours : il doit commencer par {prefix}.</translation>
  </message>
  <message>
   <source>This is not an invitation: it should begin with {prefix}.</source>
   <translation>Ce n’est pas une invitation : elle doit commencer par {prefix}.</translation>
  </message>
  <message>
   <source>This is not changed by an answer here, since hours may hang on it. Say once more of the two whether they are one, where they are shown.</source>
   <translation>Une réponse ici n’y change rien, car des heures peuvent en dépendre. Dites encore une fois, là où les deux sont montrés, s’ils ne font qu’un.</translation>
  </message>
  <message>
   <source>This is one of {choices}, not {value} ({field}).</source>
   <translation>C’est l’un de : {choices}, pas {value} ({field}).</translation>
  </message>
  <message>
   <source>This is settled already.</source>
   <translation>C’est déjà réglé.</translation>
  </message>
  <message>
   <source>This is the circle's only laptop: without it nobody can open the circle any more. Print the recovery sheet or make a backup with a passphrase first.</source>
   <translation>C’est le seul ordinateur du cercle : sans lui, plus personne ne peut ouvrir le cercle. Imprimez d’abord la feuille de secours ou faites une sauvegarde avec phrase secrète.</translation>
  </message>
  <message>
   <source>This is the circle's only organizer's laptop. Add another one first.</source>
   <translation>C’est le seul ordinateur d’organisateur du cercle. Ajoutez-en d’abord un autre.</translation>
  </message>
  <message>
   <source>This is the only laptop that runs the circle: without it nobody can invite or shut out any more. Print the recovery sheet, make a backup with a passphrase, or let another laptop run the circle first.</source>
   <translation>C’est le seul ordinateur qui mène le cercle : sans lui, plus personne ne peut inviter ni exclure. Imprimez d’abord la feuille de secours, faites une sauvegarde avec phrase secrète ou laissez un autre ordinateur mener le cercle.</translation>
  </message>
  <message>
   <source>This is too much for one action. Do it in smaller parts.</source>
   <translation>C’est trop pour une seule action. Faites-le par petites parties.</translation>
  </message>
  <message>
   <source>This laptop cannot write into this part of the circle.</source>
   <translation>Cet ordinateur ne peut pas écrire dans cette partie du cercle.</translation>
  </message>
  <message>
   <source>This laptop did not come into the circle: a newer recovery sheet had cancelled the one that it was opened with. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for an invitation.</source>
   <translation>Cet ordinateur n’est pas entré dans le cercle : une feuille de secours plus récente avait annulé celle avec laquelle il a été ouvert. Rien n’est perdu : ce que vous avez écrit est gardé ici. Enregistrez-le dans un fichier, remettez-le à une personne qui mène le cercle et demandez une invitation.</translation>
  </message>
  <message>
   <source>This laptop did not come into the circle: its invitation had been used already, was cancelled, or had expired. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for a new invitation.</source>
   <translation>Cet ordinateur n’est pas entré dans le cercle : son invitation avait déjà servi, a été annulée ou avait expiré. Rien n’est perdu : ce que vous avez écrit est gardé ici. Enregistrez-le dans un fichier, remettez-le à une personne qui mène le cercle et demandez une nouvelle invitation.</translation>
  </message>
  <message>
   <source>This laptop does not take part in the circle, or no longer, by what was found there. Ask an organizer for an invitation.</source>
   <translation>D’après ce qui a été trouvé là, cet ordinateur ne participe pas au cercle, ou n’y participe plus. Demandez une invitation à un organisateur.</translation>
  </message>
  <message>
   <source>This laptop has asked very often. It may ask again in {seconds} seconds.</source>
   <translation>Cet ordinateur a fait de très nombreuses demandes. Il pourra recommencer dans {seconds} secondes.</translation>
  </message>
  <message>
   <source>This laptop has brought very many entries of other lists of the circle's laptops. It may bring more in {seconds} seconds.</source>
   <translation>Cet ordinateur a apporté énormément d’entrées d’autres listes des ordinateurs du cercle. Il pourra en apporter d’autres dans {seconds} secondes.</translation>
  </message>
  <message>
   <source>This laptop has no key for this part of the circle.</source>
   <translation>Cet ordinateur n’a pas de clé pour cette partie du cercle.</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}.</source>
   <translation>Cet ordinateur n’a pas de clé pour {name}.</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}. Its recovery sheet opens it (circle recovery reopen); otherwise restore a backup, or join again.</source>
   <translation>Cet ordinateur n’a pas de clé pour {name}. Sa feuille de secours l’ouvre (circle recovery reopen) ; sinon, restaurez une sauvegarde ou rejoignez-le à nouveau.</translation>
  </message>
  <message>
   <source>This laptop has no key for {name}. Restore it, or join again.</source>
   <translation>Cet ordinateur n’a pas de clé pour {name}. Restaurez-la, ou rejoignez à nouveau.</translation>
  </message>
  <message>
   <source>This laptop has not received the circle’s keys yet.</source>
   <translation>Cet ordinateur n’a pas encore reçu les clés du cercle.</translation>
  </message>
  <message>
   <source>This laptop has only just joined. Share first, then change what it may do.</source>
   <translation>Cet ordinateur vient seulement d’arriver. Partagez d’abord, puis changez ce qu’il peut faire.</translation>
  </message>
  <message>
   <source>This laptop has several circles: {names}. Say which with --circle.</source>
   <translation>Cet ordinateur a plusieurs cercles : {names}. Dites lequel avec --circle.</translation>
  </message>
  <message>
   <source>This laptop has shared with its hub at {url}. Only an organizer’s laptop may tell the circle that the hub is there now: do the same on that one.</source>
   <translation>Cet ordinateur a partagé avec son serveur à {url}. Seul l’ordinateur d’un organisateur peut dire au cercle que le serveur s’y trouve maintenant : faites de même sur celui-là.</translation>
  </message>
  <message>
   <source>This laptop has this circle already. If it was shut out, give what it wrote to an organizer as a file, remove the circle from this laptop, and then join again.</source>
   <translation>Cet ordinateur a déjà ce cercle. S’il en a été exclu, remettez dans un fichier ce qu’il a écrit à un organisateur, retirez le cercle de cet ordinateur, puis rejoignez-le de nouveau.</translation>
  </message>
  <message>
   <source>This laptop has this circle already. If the hub is gone for good, this laptop can keep the list of laptops from now on (circle recovery keep-list).</source>
   <translation>Cet ordinateur a déjà ce cercle. Si le serveur a disparu pour de bon, cet ordinateur peut tenir la liste des ordinateurs à partir de maintenant (circle recovery keep-list).</translation>
  </message>
  <message>
   <source>This laptop has {name} already. A backup takes its place only where it does not open any more.</source>
   <translation>Cet ordinateur a déjà {name}. Une sauvegarde ne prend sa place que s’il ne s’ouvre plus.</translation>
  </message>
  <message>
   <source>This laptop has {name} already. Say if it is to be replaced.</source>
   <translation>Cet ordinateur a déjà {name}. Dites s’il faut le remplacer.</translation>
  </message>
  <message>
   <source>This laptop is no longer in this circle.</source>
   <translation>Cet ordinateur n’est plus dans ce cercle.</translation>
  </message>
  <message>
   <source>This laptop is not in the circle any more: whoever invited it had been taken out, and its invitation with them. Nothing is lost: what you wrote is kept here. Save it to a file, give that to an organizer, and ask for a new invitation.</source>
   <translation>Cet ordinateur n’est plus dans le cercle : la personne qui l’avait invité en avait été retirée, et son invitation avec elle. Rien n’est perdu : ce que vous avez écrit est gardé ici. Enregistrez-le dans un fichier, remettez-le à une personne qui mène le cercle et demandez une nouvelle invitation.</translation>
  </message>
  <message>
   <source>This laptop is not in this circle's list of laptops: it may be one copy too many of another one. Nothing is lost: what you wrote is kept here. Ask an organizer for an invitation, and enter again what the others do not have.</source>
   <translation>Cet ordinateur n’est pas dans la liste des ordinateurs de ce cercle : c’est peut-être une copie de trop d’un autre. Rien n’est perdu : ce que vous avez écrit est gardé ici. Demandez une invitation à une personne qui mène le cercle, et saisissez de nouveau ce que les autres n’ont pas.</translation>
  </message>
  <message>
   <source>This laptop is not, or no longer, in this circle.</source>
   <translation>Cet ordinateur n’est pas, ou plus, dans ce cercle.</translation>
  </message>
  <message>
   <source>This laptop is on no network at the moment.</source>
   <translation>Cet ordinateur n’est sur aucun réseau pour le moment.</translation>
  </message>
  <message>
   <source>This laptop knows of no hub. If another laptop has brought the circle to one, share with that laptop first, by a stick or on the same network. Otherwise bring the circle to a hub, or share with a stick.</source>
   <translation>Cet ordinateur ne connaît aucun serveur. Si un autre ordinateur a relié le cercle à un serveur, partagez d’abord avec lui, par une clé ou sur le même réseau. Sinon, reliez le cercle à un serveur, ou partagez par une clé.</translation>
  </message>
  <message>
   <source>This laptop may only look at this circle.</source>
   <translation>Cet ordinateur peut seulement regarder ce cercle.</translation>
  </message>
  <message>
   <source>This laptop no longer takes part in this circle.</source>
   <translation>Cet ordinateur ne participe plus à ce cercle.</translation>
  </message>
  <message>
   <source>This laptop was restored from a backup, or copied, and goes on under a new identity in the circle. Nothing that it had written is lost.</source>
   <translation>Cet ordinateur a été restauré depuis une sauvegarde, ou copié, et continue dans le cercle sous une nouvelle identité. Rien de ce qu’il avait écrit n’est perdu.</translation>
  </message>
  <message>
   <source>This laptop was restored from an older copy. Share once, then this can be done.</source>
   <translation>Cet ordinateur a été restauré à partir d’une copie plus ancienne. Partagez une fois, puis ce sera possible.</translation>
  </message>
  <message>
   <source>This laptop was restored or copied very often, and may not go on under yet another identity in this circle. Ask for an invitation.</source>
   <translation>Cet ordinateur a été restauré ou copié très souvent et ne peut pas continuer sous une identité de plus dans ce cercle. Demandez une invitation.</translation>
  </message>
  <message>
   <source>This laptop went on from that one, and would be shut out with it. Another organizer's laptop can do that.</source>
   <translation>Cet ordinateur a continué à partir de celui-là et serait exclu avec lui. L’ordinateur d’un autre organisateur peut le faire.</translation>
  </message>
  <message>
   <source>This laptop's clock says {ours}, but others have written into this circle on {theirs}. Set the clock right before you write.</source>
   <translation>Pour l’horloge de cet ordinateur, nous sommes le {ours}, mais d’autres ont écrit dans ce cercle le {theirs}. Remettez-la à l’heure avant d’écrire.</translation>
  </message>
  <message>
   <source>This laptop's disk is full, and what was written on it last is not on the stick. Make room on that disk, and write the stick once more.</source>
   <translation>Le disque de cet ordinateur est plein, et ce qui y a été écrit en dernier n’est pas sur la clé. Faites de la place sur ce disque, puis écrivez la clé encore une fois.</translation>
  </message>
  <message>
   <source>This laptop's keys for the circle are damaged, or from a newer version.</source>
   <translation>Les clés du cercle sur cet ordinateur sont endommagées, ou d’une version plus récente.</translation>
  </message>
  <message>
   <source>This line probably adds the others up ({field}).</source>
   <translation>Cette ligne est sans doute le total des autres ({field}).</translation>
  </message>
  <message>
   <source>This meetup is no longer in this circle.</source>
   <translation>Cette rencontre n’est plus dans ce cercle.</translation>
  </message>
  <message>
   <source>This member has been anonymised already.</source>
   <translation>Ce membre a déjà été anonymisé.</translation>
  </message>
  <message>
   <source>This member is no longer in this circle.</source>
   <translation>Ce membre n’est plus dans ce cercle.</translation>
  </message>
  <message>
   <source>This member is not merged with anybody.</source>
   <translation>Ce membre n’est réuni avec personne.</translation>
  </message>
  <message>
   <source>This message is too long.</source>
   <translation>Ce message est trop long.</translation>
  </message>
  <message>
   <source>This program was installed without what it needs to find a laptop beside it (lan).</source>
   <translation>Ce programme a été installé sans ce qu’il faut pour trouver un ordinateur voisin (lan).</translation>
  </message>
  <message>
   <source>This recovery sheet belongs to another circle.</source>
   <translation>Cette feuille de secours appartient à un autre cercle.</translation>
  </message>
  <message>
   <source>This recovery sheet is not in force yet: who keeps the list of laptops has not confirmed it. A hub that is gone for good never will.</source>
   <translation>Cette feuille de secours n’est pas encore en vigueur : qui tient la liste des ordinateurs ne l’a pas confirmée. Un serveur disparu pour de bon ne le fera jamais.</translation>
  </message>
  <message>
   <source>This repeats: only its first date is taken.</source>
   <translation>Ceci se répète : seule la première date est prise.</translation>
  </message>
  <message>
   <source>This request has ended. Change its last day first.</source>
   <translation>Cette demande est terminée. Modifiez d’abord son dernier jour.</translation>
  </message>
  <message>
   <source>This request is no longer open.</source>
   <translation>Cette demande n’est plus ouverte.</translation>
  </message>
  <message>
   <source>This request is not signed by a laptop of the circle.</source>
   <translation>Cette requête n’est pas signée par un ordinateur du cercle.</translation>
  </message>
  <message>
   <source>This text is not complete or has a typing mistake in it. Copy it once more.</source>
   <translation>Ce texte est incomplet ou contient une faute de frappe. Copiez-le encore une fois.</translation>
  </message>
  <message>
   <source>This was sealed for another key, or is damaged.</source>
   <translation>Ceci a été scellé pour une autre clé, ou est endommagé.</translation>
  </message>
  <message>
   <source>This was sealed for another recovery sheet, or before there was one. Try a newer sheet.</source>
   <translation>Ceci a été scellé pour une autre feuille de secours, ou avant qu’il y en ait une. Essayez une feuille plus récente.</translation>
  </message>
  <message>
   <source>This was sealed with another key, or is damaged.</source>
   <translation>Ceci a été scellé avec une autre clé, ou est endommagé.</translation>
  </message>
  <message>
   <source>This {kind} was removed. Restore it first.</source>
   <translation>Cette fiche ({kind}) a été retirée. Rétablissez-la d’abord.</translation>
  </message>
  <message>
   <source>Too many laptops share at this moment. Try again.</source>
   <translation>Trop d’ordinateurs partagent en ce moment. Réessayez.</translation>
  </message>
  <message>
   <source>Two members are called {name}: give the number or e-mail.</source>
   <translation>Deux membres s’appellent {name} : donnez le numéro ou l’e-mail.</translation>
  </message>
  <message>
   <source>Until {day}.</source>
   <translation>Jusqu’au {day}.</translation>
  </message>
  <message>
   <source>What this is about is no longer in this circle.</source>
   <translation>Ce dont il s’agit n’est plus dans ce cercle.</translation>
  </message>
  <message>
   <source>What this laptop has noted of how far it had come is damaged.</source>
   <translation>Ce que cet ordinateur avait noté de son avancement est endommagé.</translation>
  </message>
  <message>
   <source>What waits was written as {name}: this laptop went on as that one.</source>
   <translation>Ce qui attend a été écrit sous le nom de {name} : cet ordinateur a continué sous ce nom.</translation>
  </message>
  <message>
   <source>When this laptop's clock said {then}, the hub at {hub} said {theirs}; now the clock says {ours}. If the laptop is wrong, set its clock right before you write.</source>
   <translation>Quand l’horloge de cet ordinateur indiquait le {then}, le serveur {hub} indiquait le {theirs} ; maintenant l’horloge indique le {ours}. Si c’est l’ordinateur qui se trompe, remettez-le à l’heure avant d’écrire.</translation>
  </message>
  <message>
   <source>Where the hub of {name} is stands in its file, which cannot be read. Say where it is (--hub), or fetch the circle from a stick that another laptop has written (--bundle).</source>
   <translation>L’adresse du serveur de {name} se trouve dans son fichier, qui ne peut pas être lu. Indiquez-la (--hub), ou prenez le cercle sur une clé qu’un autre ordinateur a écrite (--bundle).</translation>
  </message>
  <message>
   <source>Who keeps the list of this circle's laptops has changed since.</source>
   <translation>La liste des ordinateurs de ce cercle a depuis changé de mains.</translation>
  </message>
  <message>
   <source>Whoever uses this laptop is erased from another organizer's laptop.</source>
   <translation>La personne qui utilise cet ordinateur s’efface depuis l’ordinateur d’une autre organisatrice ou d’un autre organisateur.</translation>
  </message>
  <message>
   <source>Word {place}, “{word}”, is not one of a recovery sheet’s. Compare with the sheet.</source>
   <translation>Le mot {place}, « {word} », n’est pas un mot de feuille de secours. Comparez avec la feuille.</translation>
  </message>
  <message>
   <source>Word {place}, “{word}”, is not one of a recovery sheet’s. Could it be “{near}”?</source>
   <translation>Le mot {place}, « {word} », n’est pas un mot de feuille de secours. Serait-ce « {near} » ?</translation>
  </message>
  <message>
   <source>a date</source>
   <translation>une date</translation>
  </message>
  <message>
   <source>a date and time such as 2026-11-20T18:00</source>
   <translation>une date et une heure comme 2026-11-20T18:00</translation>
  </message>
  <message>
   <source>a date such as 2026-11-20</source>
   <translation>une date comme 2026-11-20</translation>
  </message>
  <message>
   <source>a length of time</source>
   <translation>une durée</translation>
  </message>
  <message>
   <source>a list of words</source>
   <translation>une liste de mots</translation>
  </message>
  <message>
   <source>a number of hours</source>
   <translation>un nombre d’heures</translation>
  </message>
  <message>
   <source>a time of day</source>
   <translation>une heure de la journée</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>un nombre entier</translation>
  </message>
  <message>
   <source>an address</source>
   <translation>une adresse</translation>
  </message>
  <message>
   <source>parts that are texts or whole numbers</source>
   <translation>des parties qui sont des textes ou des nombres entiers</translation>
  </message>
  <message>
   <source>several parts</source>
   <translation>plusieurs parties</translation>
  </message>
  <message>
   <source>the id of a record</source>
   <translation>l’identifiant d’une fiche</translation>
  </message>
  <message>
   <source>words</source>
   <translation>des mots</translation>
  </message>
  <message>
   <source>yes or no</source>
   <translation>oui ou non</translation>
  </message>
  <message>
   <source>{bundle} was not written. {reason}</source>
   <translation>{bundle} n’a pas été écrit. {reason}</translation>
  </message>
  <message>
   <source>{count} laptops of this circle fit {id}: {ids}. Say which by more of its id.</source>
   <translation>{count} ordinateurs de ce cercle correspondent à {id} : {ids}. Précisez lequel en donnant plus de son identifiant.</translation>
  </message>
  <message>
   <source>{file} can be read: share with the hub or a stick instead.</source>
   <translation>{file} peut être lu : partagez plutôt avec le serveur ou par une clé.</translation>
  </message>
  <message>
   <source>{file} cannot be read.</source>
   <translation>{file} ne peut être lu.</translation>
  </message>
  <message>
   <source>{file} cannot be written.</source>
   <translation>{file} ne peut être écrit.</translation>
  </message>
  <message>
   <source>{file} cannot be written: {reason}.</source>
   <translation>{file} ne peut être écrit : {reason}.</translation>
  </message>
  <message>
   <source>{file} comes from a newer version of this program.</source>
   <translation>{file} vient d’une version plus récente de ce programme.</translation>
  </message>
  <message>
   <source>{file} does not say in words what it shows: save it as PNG.</source>
   <translation>{file} ne dit pas en toutes lettres ce qu’il montre : enregistrez-le en PNG.</translation>
  </message>
  <message>
   <source>{file} exists already. Choose another name.</source>
   <translation>{file} existe déjà. Choisissez un autre nom.</translation>
  </message>
  <message>
   <source>{file} has no column that fits {kinds}.</source>
   <translation>{file} n’a aucune colonne qui convienne ({kinds}).</translation>
  </message>
  <message>
   <source>{file} has no sheet called {sheet}.</source>
   <translation>{file} n’a pas de feuille nommée {sheet}.</translation>
  </message>
  <message>
   <source>{file} holds no list of records, or is damaged.</source>
   <translation>{file} ne contient pas de liste de fiches, ou est abîmé.</translation>
  </message>
  <message>
   <source>{file} holds no meetups. Tasks and diary entries of a calendar are left out.</source>
   <translation>{file} ne contient aucune rencontre. Les tâches et les notes de journal d’un calendrier sont laissées de côté.</translation>
  </message>
  <message>
   <source>{file} is a pipe or a device, not a file.</source>
   <translation>{file} est un tube ou un périphérique, pas un fichier.</translation>
  </message>
  <message>
   <source>{file} is an old spreadsheet, or damaged. Save it as .xlsx.</source>
   <translation>{file} est un ancien classeur, ou est endommagé. Enregistrez-le au format .xlsx.</translation>
  </message>
  <message>
   <source>{file} is damaged, or was sealed with other keys. Try its passphrase, the recovery sheet, or another backup.</source>
   <translation>{file} est endommagé, ou a été scellé avec d’autres clés. Essayez sa phrase secrète, la feuille de secours ou une autre sauvegarde.</translation>
  </message>
  <message>
   <source>{file} is damaged.</source>
   <translation>{file} est endommagé.</translation>
  </message>
  <message>
   <source>{file} is empty.</source>
   <translation>{file} est vide.</translation>
  </message>
  <message>
   <source>{file} is neither a picture nor a text that can be read.</source>
   <translation>{file} n’est ni une image ni un texte lisible.</translation>
  </message>
  <message>
   <source>{file} is neither the file of a stick nor a backup.</source>
   <translation>{file} n’est ni le fichier d’une clé ni une sauvegarde.</translation>
  </message>
  <message>
   <source>{file} is not a backup of a circle.</source>
   <translation>{file} n’est pas une sauvegarde de cercle.</translation>
  </message>
  <message>
   <source>{file} is not a calendar, or is damaged.</source>
   <translation>{file} n’est pas un calendrier, ou est abîmé.</translation>
  </message>
  <message>
   <source>{file} is not a spreadsheet, or is damaged.</source>
   <translation>{file} n’est pas un tableur, ou est endommagé.</translation>
  </message>
  <message>
   <source>{file} is open in another program. Close it and try again.</source>
   <translation>{file} est ouvert dans un autre programme. Fermez-le et réessayez.</translation>
  </message>
  <message>
   <source>{file} is protected by a password.</source>
   <translation>{file} est protégé par un mot de passe.</translation>
  </message>
  <message>
   <source>{file} is too big to be a circle's list.</source>
   <translation>{file} est trop grand pour être la liste d’un cercle.</translation>
  </message>
  <message>
   <source>{file} is too large. Save it smaller, or as JPEG.</source>
   <translation>{file} est trop grand. Enregistrez-le en plus petit, ou en JPEG.</translation>
  </message>
  <message>
   <source>{id} is not an id: one is 6 to 32 digits, of 0 to 9 and a to f.</source>
   <translation>{id} n’est pas un identifiant : il a de 6 à 32 signes, de 0 à 9 et de a à f.</translation>
  </message>
  <message>
   <source>{kind} has no field {field}.</source>
   <translation>{kind} n’a pas de champ {field}.</translation>
  </message>
  <message>
   <source>{kind} has no field {field}. Known: {known}.</source>
   <translation>{kind} n’a pas de champ {field}. Connus : {known}.</translation>
  </message>
  <message>
   <source>{kind} has no list called {field}.</source>
   <translation>{kind} n’a pas de liste nommée {field}.</translation>
  </message>
  <message>
   <source>{kind}: this is kept by the program.</source>
   <translation>{kind} : le programme s’en charge.</translation>
  </message>
  <message>
   <source>{label} goes over several lines: is a quotation mark missing?</source>
   <translation>{label} : plusieurs lignes ; manque-t-il un guillemet ?</translation>
  </message>
  <message>
   <source>{label} holds a sign that cannot be shown ({field}).</source>
   <translation>« {label} » contient un signe qui ne peut être affiché ({field}).</translation>
  </message>
  <message>
   <source>{label} is a code or a name of ISCED-F 2013, such as 0231, not {value} ({field}).</source>
   <translation>{label} est un code ou un nom de la CITE-F 2013, par exemple 0231, et non {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} is a year such as {example}.</source>
   <translation>{label} : une année comme {example}.</translation>
  </message>
  <message>
   <source>{label} is kept by the program ({field}).</source>
   <translation>« {label} » est tenu par le programme ({field}).</translation>
  </message>
  <message>
   <source>{label} is missing.</source>
   <translation>{label} : il manque une valeur.</translation>
  </message>
  <message>
   <source>{label} is needed ({field}).</source>
   <translation>Il manque : {label} ({field}).</translation>
  </message>
  <message>
   <source>{label} is one of {choices}, not {value} ({field}).</source>
   <translation>« {label} » est l’un de : {choices}, pas {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} is too long: at most 20,000 letters, fewer with accents ({field}).</source>
   <translation>{label} : c’est trop long, au plus 20 000 lettres, moins avec des accents ({field}).</translation>
  </message>
  <message>
   <source>{label} is too long: at most {most} letters ({field}).</source>
   <translation>{label} : texte trop long, {most} lettres au plus ({field}).</translation>
  </message>
  <message>
   <source>{label} must lie between {least} and {most}, not {value} ({field}).</source>
   <translation>« {label} » doit être entre {least} et {most}, pas {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} must lie in the years {least} to {most}, not in {value} ({field}).</source>
   <translation>{label} doit se situer entre les années {least} et {most}, et non en {value} ({field}).</translation>
  </message>
  <message>
   <source>{label} needs a date such as {example}.</source>
   <translation>{label} : il faut une date comme {example}.</translation>
  </message>
  <message>
   <source>{label} needs {expected} ({field}).</source>
   <translation>« {label} » demande {expected} ({field}).</translation>
  </message>
  <message>
   <source>{label}: this is not in this circle ({field}).</source>
   <translation>{label} : cela n’est pas dans ce cercle ({field}).</translation>
  </message>
  <message>
   <source>{label}: write how long, such as {example} or 90 min.</source>
   <translation>{label} : écrivez combien de temps, par exemple {example} ou 90 min.</translation>
  </message>
  <message>
   <source>{label}: {value} minutes or {value} hours? Write “{value} min” or “{value} h”.</source>
   <translation>{label} : {value} minutes ou {value} heures ? Écrivez « {value} min » ou « {value} h ».</translation>
  </message>
  <message>
   <source>{laptop} has erased a member, who is gone from this laptop now, too.</source>
   <translation>{laptop} a effacé un membre, qui n’est plus sur cet ordinateur non plus.</translation>
  </message>
  <message>
   <source>{laptop} has erased {count} members, who are gone from this laptop now, too.</source>
   <translation>{laptop} a effacé {count} membres, qui ne sont plus sur cet ordinateur non plus.</translation>
  </message>
  <message>
   <source>{laptop}, which was shut out, had erased a member, who is gone from this laptop now, too.</source>
   <translation>{laptop}, qui a été exclu, avait effacé un membre, qui n’est plus sur cet ordinateur non plus.</translation>
  </message>
  <message>
   <source>{laptop}, which was shut out, had erased {count} members, who are gone from this laptop now, too.</source>
   <translation>{laptop}, qui a été exclu, avait effacé {count} membres, qui ne sont plus sur cet ordinateur non plus.</translation>
  </message>
  <message>
   <source>{name} has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. Nothing of the other is lost: it is kept on the laptop that wrote it, which enters it again when it shares next.</source>
   <translation>L’ordinateur « {name} » a écrit deux versions différentes des mêmes modifications : il a été restauré d’une sauvegarde, ou copié. L’une des deux compte ici. Rien de l’autre n’est perdu : elle reste sur l’ordinateur qui l’a écrite, qui l’inscrira à nouveau à son prochain partage.</translation>
  </message>
  <message>
   <source>{name} is locked already.</source>
   <translation>{name} est déjà verrouillé.</translation>
  </message>
  <message>
   <source>{name} is neither of the two: one of them can stay, nobody else ({field}).</source>
   <translation>{name} n’est aucune des deux : seule l’une d’elles peut rester ({field}).</translation>
  </message>
  <message>
   <source>{name} is shut out already.</source>
   <translation>{name} est déjà exclu.</translation>
  </message>
  <message>
   <source>{name} would have given {hours} on {day}: a day has 24 hours.</source>
   <translation>{name} aurait donné {hours} le {day} : une journée a 24 heures.</translation>
  </message>
  <message>
   <source>{name}, which was shut out, has written two different versions of the same changes: it was restored from a backup, or copied. One of them counts here. The other is kept on each laptop that it has come to, where an organizer can take it in; a stick brings it to others.</source>
   <translation>L’ordinateur « {name} », qui a été exclu, a écrit deux versions différentes des mêmes modifications : il a été restauré d’une sauvegarde, ou copié. L’une des deux compte ici. L’autre est gardée sur chaque ordinateur où elle est arrivée : qui y mène le cercle peut la reprendre ; une clé l’apporte aux autres.</translation>
  </message>
  <message>
   <source>{number} times in all.</source>
   <translation>{number} fois en tout.</translation>
  </message>
  <message>
   <source>{one} and {other} stay one member: another merge of the same people still holds.</source>
   <translation>{one} et {other} restent un seul membre : les mêmes personnes ont aussi été réunies ailleurs, et cela tient toujours.</translation>
  </message>
  <message>
   <source>{on} is still to come: nobody has agreed on it yet ({field}).</source>
   <translation>{on} est encore à venir : personne n’a pu donner son accord ce jour-là ({field}).</translation>
  </message>
  <message>
   <source>{on} is still to come: nobody has joined on it yet ({field}).</source>
   <translation>{on} est encore à venir : personne n’a pu adhérer ce jour-là ({field}).</translation>
  </message>
  <message>
   <source>{on} is still to come: nobody has taken it back yet ({field}).</source>
   <translation>{on} est encore à venir : personne n’a pu revenir sur son accord ce jour-là ({field}).</translation>
  </message>
  <message>
   <source>{on} lies more than a year ahead ({field}).</source>
   <translation>{on} est à plus d’un an d’ici ({field}).</translation>
  </message>
  <message>
   <source>{path} belongs to another circle.</source>
   <translation>{path} appartient à un autre cercle.</translation>
  </message>
  <message>
   <source>{path} could not be read: {reason}.</source>
   <translation>{path} n’a pas pu être lu : {reason}.</translation>
  </message>
  <message>
   <source>{path} could not be used: {detail}.</source>
   <translation>{path} n’a pas pu être utilisé : {detail}.</translation>
  </message>
  <message>
   <source>{path} could not be written: {reason}.</source>
   <translation>{path} n’a pas pu être écrit : {reason}.</translation>
  </message>
  <message>
   <source>{path} holds another circle than the invitation.</source>
   <translation>{path} contient un autre cercle que l’invitation.</translation>
  </message>
  <message>
   <source>{path} holds another circle than the recovery sheet.</source>
   <translation>{path} contient un autre cercle que celui de la feuille de secours.</translation>
  </message>
  <message>
   <source>{path} holds another circle.</source>
   <translation>{path} contient un autre cercle.</translation>
  </message>
  <message>
   <source>{path} is another file, not that of a stick. Choose another name.</source>
   <translation>{path} est un autre fichier, pas celui d’une clé. Choisissez un autre nom.</translation>
  </message>
  <message>
   <source>{path} is damaged, and nothing in it can be saved.</source>
   <translation>{path} est endommagé, et rien ne peut en être sauvé.</translation>
  </message>
  <message>
   <source>{path} is damaged. Mend it (check --rebuild); where that brings nothing back, restore a backup, or fetch the circle again from its hub or a stick (circle refill).</source>
   <translation>{path} est endommagé. Réparez-le (check --rebuild) ; si cela ne rend rien, restaurez une sauvegarde, ou reprenez le cercle de son serveur ou d’une clé (circle refill).</translation>
  </message>
  <message>
   <source>{path} is damaged. Write it once more. Nothing was changed.</source>
   <translation>{path} est endommagé. Écrivez-le encore une fois. Rien n’a été changé.</translation>
  </message>
  <message>
   <source>{path} is not a circle file of this laptop.</source>
   <translation>{path} n’est pas un fichier de cercle de cet ordinateur.</translation>
  </message>
  <message>
   <source>{path} is not a circle file, or this laptop's key does not open it.</source>
   <translation>{path} n’est pas un fichier de cercle, ou la clé de cet ordinateur ne l’ouvre pas.</translation>
  </message>
  <message>
   <source>{path} is not a circle file.</source>
   <translation>{path} n’est pas un fichier de cercle.</translation>
  </message>
  <message>
   <source>{path} is not a receipt, or is damaged.</source>
   <translation>{path} n’est pas un reçu, ou est endommagé.</translation>
  </message>
  <message>
   <source>{path} is not complete: it was cut short while it was written.</source>
   <translation>{path} est incomplet : son écriture a été interrompue.</translation>
  </message>
  <message>
   <source>{path} is not the file of a stick of Learning Circles.</source>
   <translation>{path} n’est pas le fichier d’une clé de Learning Circles.</translation>
  </message>
  <message>
   <source>{path} is not where it was. Is a disk or a stick missing? If the file is gone for good, the circle comes back from a backup, from its hub or from a stick.</source>
   <translation>{path} n’est plus à sa place. Manque-t-il un disque ou une clé ? Si le fichier est perdu pour de bon, le cercle revient d’une sauvegarde, de son serveur ou d’une clé.</translation>
  </message>
  <message>
   <source>{path} was moved, removed or replaced while it was open. Nothing was changed. Open it again.</source>
   <translation>{path} a été déplacé, supprimé ou remplacé pendant qu’il était ouvert. Rien n’a été changé. Ouvrez-le de nouveau.</translation>
  </message>
  <message>
   <source>{path} was written by a newer version of Learning Circles. Update this program to open it.</source>
   <translation>{path} a été écrit par une version plus récente de Learning Circles. Mettez ce programme à jour pour l’ouvrir.</translation>
  </message>
  <message>
   <source>{path} was written by a newer version of Learning Circles. Update this program to read it.</source>
   <translation>{path} a été écrit par une version plus récente de Learning Circles. Mettez ce programme à jour pour le lire.</translation>
  </message>
  <message>
   <source>{path}: its folder cannot be written to. Nothing was changed.</source>
   <translation>{path} : on ne peut pas écrire dans son dossier. Rien n’a été changé.</translation>
  </message>
  <message>
   <source>{path}: the disk is full or cannot be written. Nothing was changed. Make room on that disk.</source>
   <translation>{path} : le disque est plein ou ne peut pas être écrit. Rien n’a été modifié. Faites de la place sur ce disque.</translation>
  </message>
  <message>
   <source>{reason} Only that hub can hand the circle on to another one, so nothing was changed. If it is gone for good, take the list to this laptop with the recovery sheet (circle keeper --sheet), and use the code then.</source>
   <translation>{reason} Seul ce serveur peut transmettre le cercle à un autre : rien n’a été changé. S’il est perdu pour de bon, prenez la liste sur cet ordinateur avec la feuille de secours (circle keeper --sheet), puis utilisez le code.</translation>
  </message>
  <message>
   <source>{reason} Only that hub can hand the circle on to another one, so nothing was changed. There is no recovery sheet in force that could take its place: until that hub is back the laptops share by stick and on the same network, and none can be added. If it never comes back, found the circle anew on one laptop, and read in there what is exported here.</source>
   <translation>{reason} Seul ce serveur peut transmettre le cercle à un autre : rien n’a été changé. Aucune feuille de secours en vigueur ne peut le remplacer : jusqu’à son retour, les ordinateurs partagent par clé USB et sur le même réseau, et aucun ne peut être ajouté. S’il ne revient jamais, fondez de nouveau le cercle sur un ordinateur, et importez-y ce qui est exporté ici.</translation>
  </message>
  <message>
   <source>{reason} This laptop is not in the circle yet, and nothing was kept: join again.</source>
   <translation>{reason} Cet ordinateur n’est pas encore dans le cercle, et rien n’a été gardé : rejoignez-le à nouveau.</translation>
  </message>
  <message>
   <source>{reason} {come} of {whole} parcels of this circle have come, and can be used. The rest comes at the next share.</source>
   <translation>{reason} {come} paquets sur {whole} de ce cercle sont arrivés et peuvent être utilisés. Le reste viendra au prochain partage.</translation>
  </message>
  <message>
   <source>{url} is not the address of a hub.</source>
   <translation>{url} n’est pas l’adresse d’un serveur.</translation>
  </message>
  <message>
   <source>{value} has no figures: a telephone number looks like 0123 45 67 89 ({field}).</source>
   <translation>{value} n’a pas de chiffres : un numéro de téléphone ressemble à 0123 45 67 89 ({field}).</translation>
  </message>
  <message>
   <source>{value} is no e-mail address: one looks like name@example.org ({field}).</source>
   <translation>« {value} » n’est pas une adresse e-mail : elle ressemble à nom@exemple.org ({field}).</translation>
  </message>
  <message>
   <source>{value} is no telephone number: one looks like 0123 45 67 89 ({field}).</source>
   <translation>{value} n’est pas un numéro de téléphone, comme 0123 45 67 89 ({field}).</translation>
  </message>
  <message>
   <source>{value} is no time of day: one looks like 18:00.</source>
   <translation>{value} n’est pas une heure : écrivez par exemple 18:00.</translation>
  </message>
  <message>
   <source>{value} is none of {choices} ({label}).</source>
   <translation>{value} n’est aucun de : {choices} ({label}).</translation>
  </message>
  <message>
   <source>{value} may be member {one} or {other}, and both fit. Write the number as text ({field}).</source>
   <translation>{value} peut être le membre {one} ou {other}, et les deux conviennent. Écrivez le numéro comme texte ({field}).</translation>
  </message>
  <message>
   <source>{value} minutes or {value} hours?</source>
   <translation>{value} minutes ou {value} heures ?</translation>
  </message>
  <message>
   <source>{what} needs a name.</source>
   <translation>{what} a besoin d’un nom.</translation>
  </message>
  <message>
   <source>{who} has changed the whole record of {name} since.</source>
   <translation>{who} a modifié toute la fiche depuis : {name}.</translation>
  </message>
  <message>
   <source>{who} has changed the whole record since.</source>
   <translation>{who} a modifié toute la fiche depuis.</translation>
  </message>
  <message>
   <source>{who} has changed the {label} of {name} since.</source>
   <translation>{who} a modifié ceci depuis : {name}, {label}.</translation>
  </message>
  <message>
   <source>{who} has changed the {label} since.</source>
   <translation>{who} a modifié ceci depuis : {label}.</translation>
  </message>
  <message>
   <source>{who} has said since that the two are not the same.</source>
   <translation>{who} a dit depuis que les deux ne sont pas les mêmes.</translation>
  </message>
  <message>
   <source>{who} has said since that the two are the same.</source>
   <translation>{who} a dit depuis que les deux sont les mêmes.</translation>
  </message>
  <message>
   <source>{who} has taken back since what was said of the two.</source>
   <translation>{who} a annulé depuis ce qui avait été dit des deux.</translation>
  </message>
  <message>
   <source>{year} lies ahead: nobody was born in it yet ({field}).</source>
   <translation>{year} est encore à venir : personne n’y est né ({field}).</translation>
  </message>
  <message>
   <source>“{name}” was removed on {laptop}. Restore it first.</source>
   <translation>« {name} » a été retiré(e) sur {laptop}. Rétablissez d’abord la fiche.</translation>
  </message>
  <message>
   <source>“{name}” was removed. Restore it first.</source>
   <translation>« {name} » a été retiré(e). Rétablissez d’abord la fiche.</translation>
  </message>
  <message>
   <source>“{value}” does not read as {expected} ({label}).</source>
   <translation>« {value} » ne se lit pas comme {expected} ({label}).</translation>
  </message>
  <message>
   <source>“{value}” is no name: a name has at least one letter.</source>
   <translation>« {value} » n’est pas un nom : un nom a au moins une lettre.</translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n jour</numerusform>
    <numerusform>%n jours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>il y a %n jour</numerusform>
    <numerusform>il y a %n jours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n heure</numerusform>
    <numerusform>%n heures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s) ago</source>
   <translation>
    <numerusform>il y a %n heure</numerusform>
    <numerusform>il y a %n heures</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s)</source>
   <translation>
    <numerusform>%n minute</numerusform>
    <numerusform>%n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n minute(s) ago</source>
   <translation>
    <numerusform>il y a %n minute</numerusform>
    <numerusform>il y a %n minutes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n month(s)</source>
   <translation>
    <numerusform>%n mois</numerusform>
    <numerusform>%n mois</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n year(s)</source>
   <translation>
    <numerusform>%n an</numerusform>
    <numerusform>%n ans</numerusform>
   </translation>
  </message>
  <message>
   <source>just now</source>
   <translation>à l’instant</translation>
  </message>
  <message>
   <source>under 18</source>
   <translation>moins de 18 ans</translation>
  </message>
  <message>
   <source>{hours} h</source>
   <translation>{hours} h</translation>
  </message>
  <message>
   <source>{label}: {words}</source>
   <translation>{label} : {words}</translation>
  </message>
  <message>
   <source>{low} and older</source>
   <translation>{low} et plus</translation>
  </message>
  <message>
   <source>{low} to {high}</source>
   <translation>{low} à {high}</translation>
  </message>
  <message>
   <source>{minutes} min</source>
   <translation>{minutes} min</translation>
  </message>
 </context>
</TS>
