# What is said of ferry.source in Czech, a spoken paragraph a line; sentences as there.
Kapitáne Reede, kolikrát jste tuhle vodu přeplul?
V osmdesátých letech jsem přestal počítat. Šest plaveb denně, tři sta dní v roce, jedenačtyřicet let. Spočítejte si to sám. Žena to jednou spočítala na zadní straně obálky a říkala, že je to dvakrát kolem světa.
Neomrzelo vás to někdy?
Jízdní řád ano. Voda ne. Nikdy to není dvakrát stejná voda. V březnu přichází z řeky led a v srpnu je při odlivu vidět na dno.
Tam dole leží vrak, to možná víte. Starý uhelný člun. Děti se naklánějí přes zábradlí a hledají ho.
Mohli byste se oba trochu natočit k oknu, prosím? Je tam lepší světlo.
Takhle? Nejsem zvyklý, že mě někdo fotí.
To je výborné. Děkuji, pokračujte prosím.
Která plavba byla nejhorší?
Listopad roku sedmdesát dva, o tom není pochyb. Vyplouvali jsme za sluníčka a za dvacet minut jsem neviděl na vlastní příď. Kompas se točil jako opilý. Řídil jsem podle zvonu na severním molu.
Bál jste se?
Až potom. V tu chvíli ne. V tu chvíli máte čtyřicet lidí a náklaďák plný ovcí, a všichni se dívají na vás.
Co se stalo s ovcemi?
Celou dobu spaly. Od té doby si ovcí vážím.
Teď se staví most. Až ho otevřou, co bude s přívozem?
Říkají, že z něj bude restaurace. Dovedete si to představit? Přívoz, který nikam nejede, a na stolech svíčky.
Najedl byste se tam?
Jen kdyby mě nechali zahoukat. Někdo přece musí říct volavkám, kolik je hodin.
A kdo si bude pamatovat plavební dráhu?
Už ji nikdo nepotřebuje. Písek se každou zimu posune a já se posouval s ním. Měl jsem to všechno v hlavě. Příští rok bude jinde a nikdo si toho nevšimne.
Nenapadlo vás to zapsat?
Jednou jsem nakreslil mapu pro vnuka. Moc hezky ji vybarvil a pověsil si ji nad postel. O Velikonocích už neplatila.
Chce jít k moři?
On chce stavět mosty. Nemůžu mu to mít za zlé. Ty zůstanou tam, kam je člověk postaví.
Ještě jeden snímek, jestli můžu, s rukou na kormidle.
Jen do toho. Zná mě líp než vy.
Kapitáne Reede, mockrát vám děkuji.
Bylo mi potěšením. Pozor na rampu, v tuhle hodinu je strmá.
