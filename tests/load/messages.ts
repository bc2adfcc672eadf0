/** What people write on an ordinary night: mostly no danger, sometimes suffering. */
export const MESSAGES = [
  'bonsoir',
  'je dors mal depuis deux semaines et je ne sais pas à qui en parler',
  'my exams are next week and I can’t breathe when I think of them',
  'merci',
  'on s’est séparés samedi, l’appartement est vide',
  'is anyone there?',
  'j’ai du mal à me lever le matin, tout me paraît trop lourd',
  'work has been a lot lately, I argue with everyone at home',
  'non, pas vraiment',
  'ma mère est à l’hôpital et je fais l’aller-retour tous les soirs après le travail',
  'I just wanted to tell somebody that today was a bit better',
  'je ne sais pas trop par où commencer',
];
