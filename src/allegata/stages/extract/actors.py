"""One name for each actor of a document, whatever it is called where it is mentioned.

"The illegal coalition" and "its warplanes" are the international coalition that was named before;
what a mention leaves out (who leads it) is taken from the mention that says it.
"""

from dataclasses import dataclass, field, replace

from allegata.lang.grammar.actors import ActorPhrase, PlatformPhrase
from allegata.lang.grammar.acts import Agent


@dataclass
class ActorRegister:
    """Named actors by the last word of their names, in the order in which the text tells them."""

    _by_head: dict[str, ActorPhrase] = field(default_factory=dict)
    _leaders: dict[str, str] = field(default_factory=dict)
    _last: ActorPhrase | None = None

    def learn(self, actor: ActorPhrase) -> None:
        """Remember a mention that names somebody, and who is said to lead them."""
        if actor.bare:
            return
        self._by_head[actor.head] = actor
        if actor.led_by is not None:
            self._leaders.setdefault(self.name_of(actor), actor.led_by)

    def mentioned(self, agent: Agent) -> ActorPhrase | None:
        """Return the mention that stands for the agent, and remember it for "its warplanes"."""
        if not isinstance(agent, PlatformPhrase):
            self._last = agent
        elif agent.owner is not None:
            self._last = agent.owner
        elif agent.pronoun and self._last is not None:
            # the words here are "its warplanes"; loaded words of the earlier mention stay there
            return replace(self._last, start=agent.start, end=agent.end, framing=())
        else:
            return None
        return self._last

    def name_of(self, actor: ActorPhrase) -> str:
        """Return the name that the document gives this actor."""
        if actor.bare and actor.head in self._by_head:
            return self._by_head[actor.head].name
        return actor.name

    def leader_of(self, actor: ActorPhrase) -> str | None:
        """Return who leads this actor, by this mention or by another one of it."""
        return actor.led_by or self._leaders.get(self.name_of(actor))
