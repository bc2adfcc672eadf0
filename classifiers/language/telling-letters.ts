/** Letters and signs that a language has, and that neither French, nor English, nor the French Creoles use. */
export const TELLING_LETTERS: Readonly<Record<string, RegExp>> = {
  es: /[ñáíóú¿¡]/u,
  pt: /[ãõáíóú]/u,
  it: /ì/u,
  de: /[äöüß]/u,
  pl: /[ąćęłńśźż]/u,
  ro: /[ășțşţ]/u,
  tr: /[ğış]/u,
  hu: /[őűáíóú]/u,
  lt: /[ąčęėįšųūž]/u,
  cs: /[áčďěíňóřšťúůýž]/u,
  sk: /[áčďíĺľňóŕšťúýž]/u,
  hr: /[čćđšž]/u,
  sv: /[åäö]/u,
  da: /[åø]/u,
  fi: /[äö]/u,
  vi: /[ơưđạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/u,
};
