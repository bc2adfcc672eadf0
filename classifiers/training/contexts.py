"""What may stand before a message without changing what it calls for.

A context must mean something only through the question that a message answers: a person who speaks of the
weather after a safety text speaks of the weather. So plain rows come now and then after turns that change nothing.
"""
from __future__ import annotations

import random

from data import TURN

CALM = {
    "fr": [
        "Bonjour, je suis là pour toi. Qu’est-ce qui t’amène ?", "Bonsoir. Je suis un programme, pas une personne. Écrivez ce que vous voulez.",
        "Comment vas-tu aujourd’hui ?", "Je t’écoute.", "Vous voulez m’en dire plus ?", "Merci de me le dire.", "Autre chose ?",
        "C’était quand, à peu près ?", "Qu’est-ce qui te pèse le plus en ce moment ?", "Avec qui pouvez-vous en parler ?",
        "On peut respirer ensemble deux minutes, si tu veux.", "Et la nuit, comment ça se passe ?", "Qu’est-ce qui t’aiderait, là, ce soir ?",
        "Je n’ai pas bien compris. Vous pouvez le dire autrement ?", "Ça fait longtemps ?", "Tu préfères écrire ici ou parler à quelqu’un ?",
        "Qu’aviez-vous prévu demain ?", "C’est lourd à porter. Qu’est-ce qui s’est passé ?", "Quel âge as-tu, à peu près ?",
    ],
    "en": [
        "Hi, I’m here. What brings you?", "Good evening. I’m a program, not a person. Write whatever you like.", "How are you today?",
        "I’m listening.", "Do you want to tell me more?", "Thank you for telling me.", "Anything else?", "When was that, roughly?",
        "What weighs most right now?", "Who could you talk to about this?", "We can breathe together for two minutes, if you like.",
        "And the nights, how are they?", "What would help tonight?", "I didn’t quite get that. Could you put it another way?",
        "Has it been like this for long?", "Would you rather write here or talk to somebody?", "What had you planned for tomorrow?",
        "That’s a lot to carry. What happened?", "How old are you, roughly?",
    ],
}  # fmt: skip
# A direct question, or words about danger. A short answer after them may mean a great deal: only messages that stand by themselves follow.
GRAVE = {
    "fr": [
        "Est-ce que tu penses au suicide ?", "Est-ce que vous pensez au suicide ?", "Je te le demande encore, tout simplement : penses-tu à te suicider ?",
        "Vous pouvez appeler le 3114, jour et nuit. Une personne de l’équipe va lire ce que vous avez écrit.", "Es-tu en sécurité, là, maintenant ?",
        "Appelle le 15 ou le 112 maintenant. Ne reste pas tout seul.", "Est-ce que quelqu’un est avec vous ?",
        "Peux-tu mettre de la distance entre toi et ce qui pourrait te blesser ?", "As-tu pensé à un moyen ?", "Est-ce que c’est pour ce soir ?",
    ],
    "en": [
        "Are you thinking about suicide?", "I’m asking again, simply: are you thinking of ending your life?", "You can call 116 123, day and night. Somebody on the team will read what you wrote.",
        "Are you safe right now?", "Call 999 or 112 now. Please don’t stay alone.", "Is anyone with you?", "Can you put some distance between you and what could hurt you?",
        "Have you thought about how?", "Is it for tonight?",
    ],
}  # fmt: skip
STANDS_ALONE = 7  # words


def in_context(text: str, rng: random.Random, lang: str, earlier: list[str]) -> tuple[str, ...]:
    """The message after one to four turns that leave its level as it is; now and then also alone, to be read alike."""
    long_enough = len(text.split()) >= STANDS_ALONE
    turns = []
    for _ in range(rng.choice([0, 0, 1, 1, 2])):
        if rng.random() < 0.5:
            turns.append("bot: " + rng.choice(CALM[lang]))
        elif long_enough:
            turns.append("person: " + rng.choice(earlier))
    turns.append("bot: " + rng.choice(GRAVE[lang] if long_enough and rng.random() < 0.6 else CALM[lang]))
    whole = TURN.join([*turns, text])
    return (whole, text) if rng.random() < 0.25 else (whole,)
