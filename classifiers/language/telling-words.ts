/**
 * Small and frequent words by which a language written in Latin letters is told, folded as
 * `foldCharacters` does. None of them is a word of French or English, of their text-message
 * spellings or of the French Creoles (the corpus holds none of them more than by chance), and none
 * a greeting or a thank-you that people borrow.
 */
export const TELLING_WORDS: Readonly<Record<string, ReadonlySet<string>>> = Object.fromEntries(
  Object.entries({
    es: `quisiera gustaria trabajo buenos buenas tardes noches haciendo los las una muy pero porque para como estoy esta estas soy eres quiero quieres puedo
      puede tengo tiene hay nada nadie siempre nunca todo todos mucho hoy ayer noche vida
      vivir morir muerte matarme suicidarme hacer ayuda necesito siento sentido       por cuando donde quien hablar alguien persona familia casa miedo sola mismo misma estar
      creo dolor aguanto cansado cansada dias puedes ayudar ayudame ayudarme marido mujer
      semanas semana duermo lloro tiempo tomado pastillas pastilla dejado llorar mucha vivo
      estado hijos`,
    pt: `nao voce uma muito estou esta quero queria posso tenho tem ninguem sempre nunca tudo
      hoje ontem noite vida viver morrer fazer ajuda preciso sinto ola isso
      minha meu meus minhas quando onde quem falar alguem pessoa para por sozinho sozinha medo
      cansado cansada aguento mesmo ficar matar familia ajudar podes pode gravida namorado
      namorada comprimidos tomei chorar choro semanas durmo tempo seguro sinto-me`,
    it: `gli della del nella sono sei voglio vorrei posso puo hai abbiamo niente nessuno sempre
      piu tutto oggi ieri notte vita vivere morire fare aiuto bisogno sento questo
      questa mio senza quando dove parlare qualcuno persona anche perche sola stanco stanca
      paura dolore casa famiglia uccidermi faccio riesco cosi ogni aiutarmi puoi pastiglie
      preso pillole marito moglie piango dormo settimane pagare licenziato finita fatto tempo
      siamo sto`,
    de: `ich er wir ihr nicht kein keine keinen und oder aber weil dass das der ein eine einen
      einem mich dich sich bist ist sind habe hast haben kann kannst muss mehr immer nie
      nichts niemand heute gestern nacht leben sterben tod umbringen machen hilfe brauche
      bitte hallo mit ohne wenn wann wer wie jemand jemandem sprechen reden auf zu bei
      nach noch schon sehr ganz angst allein muede traurig meine mein meinen mochte weiss geht
      gut gerade tabletten genommen verlassen freundin freund weine seit seitdem jede jeden
      soll sollte tun helfen mann frau schlafen hilf wirklich diese dieser`,
    nl: `ik jij hij zij wij niet geen een het maar omdat mij mijn bent heb hebt heeft hebben kunt
      moet wil meer altijd nooit niets niemand vandaag gisteren nacht leven sterven dood doen
      hulp nodig dank graag hallo zonder wanneer waar wie iemand praten voor naar bij nog zeer
      heel alleen verdrietig voel weet gaat goed helpen mijzelf pillen genomen huil slapen
      weken jouw kunnen waarom zelfmoord`,
    pl: `nie jest jestem sie mnie masz ze czy jak juz tylko bardzo nic nikt zawsze nigdy wszystko
      dzis dzisiaj wczoraj noc zycie zyc umrzec smierc zabic pomoc pomocy potrzebuje dziekuje
      prosze czesc dzien dobry moja moj moje bez kiedy gdzie kto ktos kogos rozmawiac
      porozmawiac chce chcialbym chcialabym moge czuje sam sama boje boli wiem sobie tabletki
      wzialem wzielam chlopak robic placze spac tygodni mozesz pomozcie pomozesz bije jestes
      mna`,
    ro: `nu sunt este pentru vreau vrei poate avem nimic nimeni mereu niciodata azi astazi ieri
      noapte viata traiesc traiasca moara moarte sinucid ajutor ajuta nevoie simt buna
      multumesc rog meu mea cu fara cand unde vorbesc cineva singur singura frica doare obosit
      obosita foarte asta aceasta pastile luat ajuti poti plang dorm saptamani nevasta sotul
      barbatul stiu`,
    tr: `siz bir ama cunku icin cok degil yok hic kimse hep zaman bugun gece hayat hayatim
      yasamak olmek olum intihar yardim ihtiyacim merhaba tesekkur tesekkurler lutfen
      benim benimle seni beni bana nasil neden kim biri biriyle konusmak korkuyorum yalniz
      yalnizim uzgun yorgunum artik istiyorum istemiyorum hissediyorum ediyorum bilmiyorum
      edin misiniz gibi kadar daha kendimi kendime haplar aldim eder agliyorum uyuyamiyorum
      kocam nedir`,
    sq: `jam eshte nuk dhe por sepse qe shume asgje askush gjithmone kurre sot dje nate jeta
      jetoj jetuar vdes vdekje vras ndihme ndihmoni dua duhet mund kam faleminderit
      pershendetje tungjatjeta ime kur kush dikush dike flas flisni vetem trishtuar frike
      dhimbje ndjej ndihem lodhur mua ju lutem ndihmosh mundesh qaj fle burri gruaja tableta`,
    hu: `nem vagyok ez hogy mert nagyon semmi senki mindig soha minden tegnap ejszaka elet elni
      meghalni halal segitseg segitsen segitsetek koszonom szia kerem nekem engem velem akarok
      tudok tudom kell valaki valakivel beszelni egyedul felek faradt szomoru erzem csak
      segits tudsz gyogyszert bevettem sirok alszom ferjem felesegem`,
    lt: `nenoriu noriu negaliu galiu yra esu kad labai nieko niekas visada niekada viskas
      siandien vakar naktis gyvenimas gyventi mirti mirtis nusizudyti pagalba pagalbos
      padekite reikia aciu labas prasau mano mane kada kur kas kazkas kalbeti vienas viena
      bijau skauda pavargau liudna jauciu jauciuosi daugiau nebegaliu tabletes isgeriau verkiu`,
    cs: `nechci chci nemuzu muzu jsem jsi protoze ze velmi moc nic nikdo vzdy nikdy vsechno dnes
      vcera noc zivot zit umrit zemrit smrt zabit pomoc potrebuji dekuji prosim ahoj dobry muj
      moje mne bez kdy kde kdo nekdo nekym mluvit sam sama bojim unaveny unavena smutny smutna
      citim uz jako prasky vzal vzala muzes plac`,
    sk: `nechcem chcem nemozem mozem som pretoze ze velmi nic nikto vzdy nikdy vsetko dnes vcera
      noc zivot zit umriet zomriet smrt zabit pomoc potrebujem dakujem prosim ahoj dobry moj
      moja moje bez kedy kde kto niekto niekym hovorit sam sama bojim unaveny unavena smutny
      smutna citim uz ako`,
    hr: `nisam sam ali jer vrlo jako nista nitko niko uvijek uvek nikad nikada sve danas jucer
      juce noc zivot zivjeti ziveti umrijeti umreti smrt ubiti pomoc pomozite trebam hvala
      molim bok zdravo moj moja moje meni bez kada gdje gde tko netko neko pricati razgovarati
      zelim hocu necu mogu bojim umoran umorna tuzan tuzna osjecam osecam`,
    sv: `jag ar inte och som har vill maste mycket inget ingen alltid aldrig allt idag igar natt
      livet leva doden hjalp behover tack hej snalla mitt mina utan nar vem nagon prata radd
      ensam trott ledsen kanner orkar langre hjalpa`,
    da: `jeg er ikke og som har vil skal meget intet ingen altid aldrig idag livet doden hjaelp
      hjelp brug trenger takk hej hei mit uden uten nar hvor hvem hvad hva nogen noen snakke
      bange alene traet foler orker lenger laengere ved`,
    fi: `ole olen mina minulla minun minua sina mutta koska etta hyvin mitaan kukaan aina koskaan
      kaikki tanaan eilen elama elaa kuolla kuolema apua tarvitsen kiitos hei kanssa ilman
      milloin missa kuka joku jonkun puhua haluan halua jaksa enaa pelkaan yksin vasynyt
      surullinen tunnen tiedan`,
    so: `waxaan waan aan iyo laakiin sababtoo aad cidna walba weligay dhammaan maanta shalay
      habeen nolol nolosha noolaado dhinto dhimasho dil caawimaad caawi rabaa doonayaa
      mahadsanid fadlan salaan aniga adiga qof hadlo cabsi keligay murugo daalan dareemayaa`,
    sw: `sina nataka sitaki siwezi naweza lakini kwamba sana hakuna kila siku jana usiku maisha
      kuishi kufa kifo kujiua msaada nisaidie nahitaji asante tafadhali habari yangu wangu
      bila wakati wapi nani mtu kuongea naogopa peke huzuni nimechoka najisikia tena`,
    ku: `ez ew nikarim dixwazim naxwazim dikarim heye gelek tist kes qet iro duh sev jiyan bijim
      bimirim mirin alikari alikariya spas silav kengi kesek biaxivim ditirsim bitene xemgin
      westiyam hewce`,
    ms: `saya aku kamu anda tidak bukan yang tetapi karena kerana untuk dengan sangat tiada
      selalu pernah semua hari ini malam hidup mati bunuh diri tolong bantuan perlu butuh
      terima kasih mau mahu ingin bisa boleh seseorang bicara bercakap takut sendirian sedih
      lelah penat merasa rasa lagi sudah`,
    tl: `ako ikaw siya ang mga pero kasi dahil para sobra walang palagi kailanman lahat ngayon
      kahapon gabi buhay mabuhay mamatay patay tulong tulungan kailangan salamat kumusta aking
      kasama kapag kailan saan sino kausap takot mag-isa malungkot pagod nararamdaman gusto
      ayoko kaya`,
    vi: `khong muon chet buon`,
    ca: `soc estic vull puc tinc ningu sempre avui ahir vida morir ajuda necessito sento hola
      gracies amb parlar persona sola por cansat cansada perque pero molt aquest aquesta`,
  }).map(([language, words]) => [language, new Set(words.trim().split(/\s+/))]),
);
