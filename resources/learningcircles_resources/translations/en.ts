<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>Apart</name>
  <message numerus="yes">
   <source>%n other thing(s) were written on two laptops at once</source>
   <translation>
    <numerusform>%n other thing was written on two laptops at once</numerusform>
    <numerusform>%n other things were written on two laptops at once</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) were written on two laptops at once</source>
   <translation>
    <numerusform>%n thing was written on two laptops at once</numerusform>
    <numerusform>%n things were written on two laptops at once</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>AsideCards</name>
  <message numerus="yes">
   <source>%n change(s)</source>
   <translation>
    <numerusform>%n change</numerusform>
    <numerusform>%n changes</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) of this laptop do not count</source>
   <translation>
    <numerusform>%n change of this laptop does not count</numerusform>
    <numerusform>%n changes of this laptop do not count</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Work of %n laptop(s) was set aside</source>
   <translation>
    <numerusform>Work of %n laptop was set aside</numerusform>
    <numerusform>Work of %n laptops was set aside</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Attendance</name>
  <message numerus="yes">
   <source>%n came to {title}.</source>
   <translation>
    <numerusform>%n person came to {title}.</numerusform>
    <numerusform>%n people came to {title}.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more people without a name</source>
   <translation>
    <numerusform>%n more person without a name</numerusform>
    <numerusform>%n more people without a name</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people without a name</source>
   <translation>
    <numerusform>%n person without a name</numerusform>
    <numerusform>%n people without a name</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>AttendanceModel</name>
  <message numerus="yes">
   <source>%n people without a name</source>
   <translation>
    <numerusform>%n person without a name</numerusform>
    <numerusform>%n people without a name</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BackAgain</name>
  <message numerus="yes">
   <source>%n are back.</source>
   <translation>
    <numerusform>%n is back.</numerusform>
    <numerusform>%n are back.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>BegunCards</name>
  <message numerus="yes">
   <source>%n thing(s) begun and not finished</source>
   <translation>
    <numerusform>%n thing begun and not finished</numerusform>
    <numerusform>%n things begun and not finished</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Show %n more</source>
   <translation>
    <numerusform>Show %n more</numerusform>
    <numerusform>Show %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Came</name>
  <message numerus="yes">
   <source>%n people are here by name.</source>
   <translation>
    <numerusform>%n person is here by name.</numerusform>
    <numerusform>%n people are here by name.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>CommunityPage</name>
  <message numerus="yes">
   <source>%n active member(s)</source>
   <translation>
    <numerusform>%n active member</numerusform>
    <numerusform>%n active members</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>DoubleCards</name>
  <message numerus="yes">
   <source>%n exchange(s) probably recorded twice</source>
   <translation>
    <numerusform>%n exchange probably recorded twice</numerusform>
    <numerusform>%n exchanges probably recorded twice</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n pair(s) of members who may be one person</source>
   <translation>
    <numerusform>%n pair of members who may be one person</numerusform>
    <numerusform>%n pairs of members who may each be one person</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) that merged records say differently</source>
   <translation>
    <numerusform>%n thing that merged records say differently</numerusform>
    <numerusform>%n things that merged records say differently</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>More than %n pair(s) of members who may be one person</source>
   <translation>
    <numerusform>More than %n pair of members who may be one person</numerusform>
    <numerusform>More than %n pairs of members who may each be one person</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Drafting</name>
  <message numerus="yes">
   <source>One of %n that are begun and not finished.</source>
   <translation>
    <numerusform>One of %n that is begun and not finished.</numerusform>
    <numerusform>One of %n that are begun and not finished.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EndingConsents</name>
  <message numerus="yes">
   <source>Consents of %n people have ended, or will within a month</source>
   <translation>
    <numerusform>Consents of %n person have ended, or will within a month</numerusform>
    <numerusform>Consents of %n people have ended, or will within a month</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EraseMember</name>
  <message numerus="yes">
   <source>%n exchange(s) with others stay, but their notes go, and who confirmed them.</source>
   <translation>
    <numerusform>%n exchange with others stays, but its notes go, and who confirmed it.</numerusform>
    <numerusform>%n exchanges with others stay, but their notes go, and who confirmed them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n form(s) that are begun and not finished are dropped: finish what you need first.</source>
   <translation>
    <numerusform>%n form that is begun and not finished is dropped: finish what you need first.</numerusform>
    <numerusform>%n forms that are begun and not finished are dropped: finish what you need first.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EveryPair</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>EveryUntold</name>
  <message numerus="yes">
   <source>%n address(es) copied</source>
   <translation>
    <numerusform>%n address copied</numerusform>
    <numerusform>%n addresses copied</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Exchanges</name>
  <message numerus="yes">
   <source>%n request(s) are open again.</source>
   <translation>
    <numerusform>%n request is open again.</numerusform>
    <numerusform>%n requests are open again.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>ImportList</name>
  <message numerus="yes">
   <source>%n left out</source>
   <translation>
    <numerusform>%n left out</numerusform>
    <numerusform>%n left out</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member(s) bring hours along. The circle’s pot balances them.</source>
   <translation>
    <numerusform>%n member brings hours along. The circle’s pot balances them.</numerusform>
    <numerusform>%n members bring hours along. The circle’s pot balances them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) are fine.</source>
   <translation>
    <numerusform>%n row is fine.</numerusform>
    <numerusform>%n rows are fine.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) imported</source>
   <translation>
    <numerusform>%n row imported</numerusform>
    <numerusform>%n rows imported</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) say nothing new.</source>
   <translation>
    <numerusform>%n row says nothing new.</numerusform>
    <numerusform>%n rows say nothing new.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) say otherwise of who is here. Tick whose you want to take over.</source>
   <translation>
    <numerusform>%n row says otherwise of somebody who is here. Tick it to take it over.</numerusform>
    <numerusform>%n rows say otherwise of who is here. Tick whose you want to take over.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n row(s) want a look.</source>
   <translation>
    <numerusform>%n row wants a look.</numerusform>
    <numerusform>%n rows want a look.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Import %n row(s)</source>
   <translation>
    <numerusform>Import %n row</numerusform>
    <numerusform>Import %n rows</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>“{title}” repeats: %n date(s) of the 12 months from its next one are shown.</source>
   <translation>
    <numerusform>“{title}” repeats: %n date of the 12 months from its next one is shown.</numerusform>
    <numerusform>“{title}” repeats: %n dates of the 12 months from its next one are shown.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>KeptHere</name>
  <message numerus="yes">
   <source>This laptop had erased %n member(s), and was shut out before the others heard of it. Ask an organizer to erase them again, or save what was not shared and give one that file: reading it erases them there, too.</source>
   <translation>
    <numerusform>This laptop had erased %n member, and was shut out before the others heard of it. Ask an organizer to erase them again, or save what was not shared and give one that file: reading it erases them there, too.</numerusform>
    <numerusform>This laptop had erased %n members, and was shut out before the others heard of it. Ask an organizer to erase them again, or save what was not shared and give one that file: reading it erases them there, too.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LearningPage</name>
  <message numerus="yes">
   <source>%n record(s)</source>
   <translation>
    <numerusform>%n record</numerusform>
    <numerusform>%n records</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeaveCircle</name>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeaveMember</name>
  <message numerus="yes">
   <source>%n answer(s) to coming meetups are taken back.</source>
   <translation>
    <numerusform>%n answer to a coming meetup is taken back.</numerusform>
    <numerusform>%n answers to coming meetups are taken back.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consent(s) end today.</source>
   <translation>
    <numerusform>%n consent ends today.</numerusform>
    <numerusform>%n consents end today.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) nobody has confirmed are declined.</source>
   <translation>
    <numerusform>%n exchange nobody has confirmed is declined.</numerusform>
    <numerusform>%n exchanges nobody has confirmed are declined.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) need another host.</source>
   <translation>
    <numerusform>%n meetup needs another host.</numerusform>
    <numerusform>%n meetups need another host.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n open listing(s) are withdrawn.</source>
   <translation>
    <numerusform>%n open listing is withdrawn.</numerusform>
    <numerusform>%n open listings are withdrawn.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LeftOutDialog</name>
  <message numerus="yes">
   <source>{name}: %n change(s)</source>
   <translation>
    <numerusform>{name}: %n change</numerusform>
    <numerusform>{name}: %n changes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Listing</name>
  <message numerus="yes">
   <source>%n in this list</source>
   <translation>
    <numerusform>%n in this list</numerusform>
    <numerusform>%n in this list</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Lists</name>
  <message numerus="yes">
   <source>%n row(s) are in {file}. Whoever has the file can read it.</source>
   <translation>
    <numerusform>%n row is in {file}. Whoever has the file can read it.</numerusform>
    <numerusform>%n rows are in {file}. Whoever has the file can read it.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>LockCard</name>
  <message numerus="yes">
   <source>After %n minute(s)</source>
   <translation>
    <numerusform>After %n minute</numerusform>
    <numerusform>After %n minutes</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Lockup</name>
  <message numerus="yes">
   <source>Nobody used it for %n minute(s).</source>
   <translation>
    <numerusform>Nobody used it for %n minute.</numerusform>
    <numerusform>Nobody used it for %n minutes.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MeetupForm</name>
  <message numerus="yes">
   <source>{title}: %n meetup(s) planned</source>
   <translation>
    <numerusform>{title}: %n meetup planned</numerusform>
    <numerusform>{title}: %n meetups planned</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MeetupPane</name>
  <message numerus="yes">
   <source>%n came</source>
   <translation>
    <numerusform>%n person came</numerusform>
    <numerusform>%n people came</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MemberPane</name>
  <message numerus="yes">
   <source>Consent expires in %n day(s)</source>
   <translation>
    <numerusform>Consent expires in %n day</numerusform>
    <numerusform>Consent expires in %n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>and %n more</source>
   <translation>
    <numerusform>and %n more</numerusform>
    <numerusform>and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Mended</name>
  <message numerus="yes">
   <source>%n change(s) that nobody else has could not be read.</source>
   <translation>
    <numerusform>%n change that nobody else has could not be read.</numerusform>
    <numerusform>%n changes that nobody else has could not be read.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>MonthDelegate</name>
  <message numerus="yes">
   <source>+%n more</source>
   <translation>
    <numerusform>+%n more</numerusform>
    <numerusform>+%n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>OpeningBalances</name>
  <message numerus="yes">
   <source>%n more: search for them.</source>
   <translation>
    <numerusform>%n more: search for them.</numerusform>
    <numerusform>%n more: search for them.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n opening balance(s) brought in</source>
   <translation>
    <numerusform>%n opening balance brought in</numerusform>
    <numerusform>%n opening balances brought in</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PeoplePage</name>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PreviewModel</name>
  <message numerus="yes">
   <source>Looks like one of {names} and %n more, who are here already.</source>
   <translation>
    <numerusform>Looks like one of {names} and %n more, who are here already.</numerusform>
    <numerusform>Looks like one of {names} and %n more, who are here already.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>PromisedCards</name>
  <message numerus="yes">
   <source>%n request(s) with more than one exchange proposed</source>
   <translation>
    <numerusform>%n request with more than one exchange proposed</numerusform>
    <numerusform>%n requests with more than one exchange proposed</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>RemoveSeveral</name>
  <message numerus="yes">
   <source>%n of them are confirmed: {hours} go back to where they were.</source>
   <translation>
    <numerusform>%n of them is confirmed: {hours} go back to where they were.</numerusform>
    <numerusform>%n of them are confirmed: {hours} go back to where they were.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Remove %n exchange(s)?</source>
   <translation>
    <numerusform>Remove %n exchange?</numerusform>
    <numerusform>Remove %n exchanges?</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Repeats</name>
  <message numerus="yes">
   <source>%n meetup(s), each first {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n meetup, each first {weekday} of the month to {last}</numerusform>
    <numerusform>%n meetups, each first {weekday} of the month to {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each fourth {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n meetup, each fourth {weekday} of the month to {last}</numerusform>
    <numerusform>%n meetups, each fourth {weekday} of the month to {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each last {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n meetup, each last {weekday} of the month to {last}</numerusform>
    <numerusform>%n meetups, each last {weekday} of the month to {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each second {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n meetup, each second {weekday} of the month to {last}</numerusform>
    <numerusform>%n meetups, each second {weekday} of the month to {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), each third {weekday} of the month to {last}</source>
   <translation>
    <numerusform>%n meetup, each third {weekday} of the month to {last}</numerusform>
    <numerusform>%n meetups, each third {weekday} of the month to {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), every second {weekday} to {last}</source>
   <translation>
    <numerusform>%n meetup, every second {weekday} to {last}</numerusform>
    <numerusform>%n meetups, every second {weekday} to {last}</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s), {days} to {last}</source>
   <translation>
    <numerusform>%n meetup, {days} to {last}</numerusform>
    <numerusform>%n meetups, {days} to {last}</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Review</name>
  <message numerus="yes">
   <source>%n more</source>
   <translation>
    <numerusform>%n more</numerusform>
    <numerusform>%n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SectorsCard</name>
  <message numerus="yes">
   <source>%n active member(s) without a sector</source>
   <translation>
    <numerusform>%n active member without a sector</numerusform>
    <numerusform>%n active members without a sector</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n people</source>
   <translation>
    <numerusform>%n person</numerusform>
    <numerusform>%n people</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Several</name>
  <message numerus="yes">
   <source>%n exchanges removed</source>
   <translation>
    <numerusform>%n exchange removed</numerusform>
    <numerusform>%n exchanges removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n learning records removed</source>
   <translation>
    <numerusform>%n learning record removed</numerusform>
    <numerusform>%n learning records removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetups removed</source>
   <translation>
    <numerusform>%n meetup removed</numerusform>
    <numerusform>%n meetups removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n member cards…</source>
   <translation>
    <numerusform>%n member card…</numerusform>
    <numerusform>%n member cards…</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n members removed</source>
   <translation>
    <numerusform>%n member removed</numerusform>
    <numerusform>%n members removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n offers removed</source>
   <translation>
    <numerusform>%n offer removed</numerusform>
    <numerusform>%n offers removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n places removed</source>
   <translation>
    <numerusform>%n place removed</numerusform>
    <numerusform>%n places removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n requests removed</source>
   <translation>
    <numerusform>%n request removed</numerusform>
    <numerusform>%n requests removed</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>Remove the %n marked rows</source>
   <translation>
    <numerusform>Remove %n marked row</numerusform>
    <numerusform>Remove the %n marked rows</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SharePage</name>
  <message numerus="yes">
   <source>%n change(s) are on this laptop alone so far. Write a stick and read it on another laptop; bring it back and read it here, so that this laptop knows that they arrived.</source>
   <translation>
    <numerusform>%n change is on this laptop alone so far. Write a stick and read it on another laptop; bring it back and read it here, so that this laptop knows that it arrived.</numerusform>
    <numerusform>%n changes are on this laptop alone so far. Write a stick and read it on another laptop; bring it back and read it here, so that this laptop knows that they arrived.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) wait for a connection.</source>
   <translation>
    <numerusform>%n change waits for a connection.</numerusform>
    <numerusform>%n changes wait for a connection.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>SyncBar</name>
  <message numerus="yes">
   <source>%n change(s) kept here</source>
   <translation>
    <numerusform>%n change kept here</numerusform>
    <numerusform>%n changes kept here</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) on this laptop alone so far</source>
   <translation>
    <numerusform>%n change on this laptop alone so far</numerusform>
    <numerusform>%n changes on this laptop alone so far</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) wait for a connection</source>
   <translation>
    <numerusform>%n change waits for a connection</numerusform>
    <numerusform>%n changes wait for a connection</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n change(s) waiting to be shared</source>
   <translation>
    <numerusform>%n change waiting to be shared</numerusform>
    <numerusform>%n changes waiting to be shared</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n laptop(s) of this circle beside this one.</source>
   <translation>
    <numerusform>%n laptop of this circle beside this one.</numerusform>
    <numerusform>%n laptops of this circle beside this one.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n unshared</source>
   <translation>
    <numerusform>%n unshared</numerusform>
    <numerusform>%n unshared</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Today</name>
  <message numerus="yes">
   <source>%n here</source>
   <translation>
    <numerusform>%n here</numerusform>
    <numerusform>%n here</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TodayCards</name>
  <message numerus="yes">
   <source>%n answer(s) from outside</source>
   <translation>
    <numerusform>%n answer from outside</numerusform>
    <numerusform>%n answers from outside</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n circle(s) not looked into</source>
   <translation>
    <numerusform>%n circle not looked into</numerusform>
    <numerusform>%n circles not looked into</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n consent(s) have ended, or will within a month</source>
   <translation>
    <numerusform>%n consent has ended, or will within a month</numerusform>
    <numerusform>%n consents have ended, or will within a month</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) in dispute</source>
   <translation>
    <numerusform>%n exchange in dispute</numerusform>
    <numerusform>%n exchanges in dispute</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n exchange(s) to confirm</source>
   <translation>
    <numerusform>%n exchange to confirm</numerusform>
    <numerusform>%n exchanges to confirm</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) still on, or just over</source>
   <translation>
    <numerusform>%n meetup still on, or just over</numerusform>
    <numerusform>%n meetups still on, or just over</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) today</source>
   <translation>
    <numerusform>%n meetup today</numerusform>
    <numerusform>%n meetups today</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n meetup(s) within a week</source>
   <translation>
    <numerusform>%n meetup within a week</numerusform>
    <numerusform>%n meetups within a week</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n more meetup(s) within a week</source>
   <translation>
    <numerusform>%n more meetup within a week</numerusform>
    <numerusform>%n more meetups within a week</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n offer(s) or request(s) have ended</source>
   <translation>
    <numerusform>%n offer or request has ended</numerusform>
    <numerusform>%n offers or requests have ended</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n request(s) without an answer</source>
   <translation>
    <numerusform>%n request without an answer</numerusform>
    <numerusform>%n requests without an answer</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n thing(s) changed on two laptops at once</source>
   <translation>
    <numerusform>%n thing changed on two laptops at once</numerusform>
    <numerusform>%n things changed on two laptops at once</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{name} and %n more could help</source>
   <translation>
    <numerusform>{name} and %n more could help</numerusform>
    <numerusform>{name} and %n more could help</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>TodayPage</name>
  <message numerus="yes">
   <source>%n exchange(s) stand on a day that has not come yet. If a clock was wrong when they were recorded, reverse each and record it anew.</source>
   <translation>
    <numerusform>%n exchange stands on a day that has not come yet. If a clock was wrong when it was recorded, reverse it and record it anew.</numerusform>
    <numerusform>%n exchanges stand on a day that has not come yet. If a clock was wrong when they were recorded, reverse each and record it anew.</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>When somebody was erased, %n change(s) by others were not said again as they had been.</source>
   <translation>
    <numerusform>When somebody was erased, %n change by others was not said again as it had been.</numerusform>
    <numerusform>When somebody was erased, %n changes by others were not said again as they had been.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>UntoldCards</name>
  <message numerus="yes">
   <source>%n person(s) to tell</source>
   <translation>
    <numerusform>%n person to tell</numerusform>
    <numerusform>%n people to tell</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n person(s) told</source>
   <translation>
    <numerusform>%n person told</numerusform>
    <numerusform>%n people told</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>{names} and %n more</source>
   <translation>
    <numerusform>{names} and %n more</numerusform>
    <numerusform>{names} and %n more</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>WaitingGuests</name>
  <message numerus="yes">
   <source>There are %n guests of that name now.</source>
   <translation>
    <numerusform>There is %n guest of that name now.</numerusform>
    <numerusform>There are %n guests of that name now.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>_Told</name>
  <message numerus="yes">
   <source>%n chosen</source>
   <translation>
    <numerusform>%n chosen</numerusform>
    <numerusform>%n chosen</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>text</name>
  <message numerus="yes">
   <source>%n day(s)</source>
   <translation>
    <numerusform>%n day</numerusform>
    <numerusform>%n days</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n day(s) ago</source>
   <translation>
    <numerusform>%n day ago</numerusform>
    <numerusform>%n days ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s)</source>
   <translation>
    <numerusform>%n hour</numerusform>
    <numerusform>%n hours</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n hour(s) ago</source>
   <translation>
    <numerusform>%n hour ago</numerusform>
    <numerusform>%n hours ago</numerusform>
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
    <numerusform>%n minute ago</numerusform>
    <numerusform>%n minutes ago</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n month(s)</source>
   <translation>
    <numerusform>%n month</numerusform>
    <numerusform>%n months</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n year(s)</source>
   <translation>
    <numerusform>%n year</numerusform>
    <numerusform>%n years</numerusform>
   </translation>
  </message>
 </context>
</TS>
