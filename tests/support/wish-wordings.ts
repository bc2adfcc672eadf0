import type { Intent } from '../../bot-flows/engine/words.ts';

/** Global wishes as people type them, a line a wording: typos, no accents, SMS, polite and rude. */
export const WISH_WORDINGS: Readonly<Record<Intent, string>> = {
  person: `
    une personne
    Une vraie personne svp
    je veux parler à quelqu’un
    jveux parler a qqun
    est-ce que je peux avoir un humain
    passez moi quelqu'un
    y a quelqu’un ?
    ya quelqun
    je préfère parler avec une vraie personne
    un psy
    j’ai besoin de parler à quelqu’un de vrai
    vous pouvez appeler quelqu’un
    un conseiller svp
    parler a une persone
    je voudrais un humain
    préviens l’équipe
    a person please
    can i talk to a human
    i want to speak to someone
    i need a real person
    is anyone there??
    get me a human
    let me talk to a real person
    talk to somebody
    a counsellor
    can someone from the team come
    someone real pls
    i’d like to chat with a person`,
  bye: `
    au revoir
    aurevoir
    je m’en vais
    je dois y aller
    bonne nuit
    bon je te laisse
    je vais me coucher
    merci au revoir
    à plus tard
    je pars
    je quitte
    je me déconnecte
    bye
    goodbye
    ok bye
    i have to go
    gotta go
    good night
    im leaving
    i’m going to bed
    see you
    thanks bye
    talk later
    leave
    exit`,
  stop: `
    stop
    stopp
    arrête
    arretez
    on arrête là
    laisse tomber
    je veux arrêter
    j’ai plus envie de parler
    je veux plus répondre
    ça suffit
    fiche-moi la paix
    laisse-moi tranquille
    stop svp
    j’en ai marre de tes questions
    please stop
    stop it
    enough
    leave me alone
    i want to stop
    i don’t want to talk anymore
    stop asking
    forget it
    let’s stop here
    shut up
    no more questions`,
  numbers: `
    aide
    aide moi
    aidez-moi svp
    à l’aide
    au secours
    sos
    numéro
    quel numéro je peux appeler ?
    donne-moi un numéro
    qui appeler
    les numéros stp
    numero durgence
    c’est quoi le numéro
    help
    help me
    help me please
    emergency
    who can i call
    is there a number i can call
    give me a number
    what’s the number
    hotline
    the numbers please
    which number do i call`,
  again: `
    recommencer
    on recommence
    on peut recommencer ?
    recomencer
    depuis le début
    reprendre au début
    repartir à zéro
    on repart de zéro
    je veux recommencer depuis le début
    remettre à zéro
    start again
    start over
    can we start over
    restart
    from the beginning
    let’s start again
    begin again
    reset
    i want to start over
    back to the start`,
  back: `
    retour
    retour en arrière
    revenir en arrière
    question précédente
    je me suis trompé
    je me suis trompée de bouton
    oups mauvais bouton
    annuler
    reviens à la question d’avant
    j’ai cliqué trop vite
    c’était une erreur
    go back
    back
    previous question
    can we go back
    i made a mistake
    wrong button
    undo
    oops wrong answer
    i clicked the wrong one
    go back to the last question
    i tapped too fast`,
  who: `
    t’es qui
    tu es qui toi
    qui es-tu ?
    qui êtes vous
    c’est un robot ?
    t’es un robot
    vous êtes un humain ou une machine
    je parle à qui là
    c’est une ia ?
    es-tu réel
    à qui je parle
    tu es un bot ?
    who are you
    who is this
    are you a robot?
    are you real
    r u a bot
    am i talking to a machine
    is this a real person
    what are you
    are you human
    who am i talking to
    is this ai`,
  why: `
    pourquoi
    pourquoi ?
    pk tu me demandes ça
    pourquoi cette question
    pourquoi tu veux savoir ça
    pourquoi vous me demandez ça
    ça sert à quoi cette question
    à quoi ça sert de répondre
    en quoi ça vous regarde
    why
    why do you ask
    why are you asking me that
    why this question
    why do you want to know
    why would you ask that
    what’s that for
    how come you ask
    what’s the point of that question
    why so many questions`,
  privacy: `
    qui lit ce que j’écris
    c’est anonyme ?
    c’est confidentiel ?
    est-ce que c’est secret
    qui peut lire mes messages
    tu vas le répéter à mes parents
    c’est enregistré ?
    mes données vont où
    is this confidential
    who reads this
    is it anonymous
    will you tell my parents
    is this private
    are my messages saved
    who can see what i write
    do you keep my data`,
  language: `
    en anglais svp
    tu parles anglais ?
    on peut parler en anglais
    changer de langue
    je parle pas français
    passer en anglais
    english please
    in english
    can we speak french
    in french please
    switch to french
    change language
    i don’t speak english
    do you speak french
    parlez-vous anglais
    en français s’il te plaît`,
};

export const wishes = (): readonly (readonly [Intent, string])[] =>
  Object.entries(WISH_WORDINGS).flatMap(([intent, lines]) =>
    lines
      .trim()
      .split('\n')
      .map((line) => [intent as Intent, line.trim()] as const),
  );
