package forms

// How far words reach, in words, and what an answer at the head weighs.
const (
	reachesOn = 5 // a negation and what it denies after it
	headYes   = 9 // nothing speaks against it
	headNo    = 4 // "No, it is too early" may leave a question open
	plainly   = 3 // what a plain statement weighs
)

// A score is what speaks for yes, for no, and for leaving it open: of each the
// weightiest phrase.
type score struct {
	yes, no, doubt int
	lacking        bool // the doubt is a want of information
}

func (s score) verdict() YesNo {
	switch {
	case s.yes == 0 && s.no == 0 && s.doubt == 0:
		return Unread
	case s.yes == 0 && s.no == 0:
		return Unknown
	case s.yes >= s.no: // any success is one, even mild
		return Yes
	}
	return No
}

// weigh scores a text from the weightiest of its clauses.
func weigh(topic Topic, found []word, open YesNo, taken int) score {
	c := clause{topic: topic, negation: longAgo}
	switch open {
	case Yes:
		c.total.yes = headYes
	case No:
		c.now.no, c.denied = headNo, true
	case Unknown, Moot, Unread:
	}
	known := vocabularies()[topic]
	if known == nil {
		known = vocabularies()[""]
	}
	if taken > 0 && found[taken-1].gap&stopGap != 0 {
		c.close()
	}
	for i := taken; i < len(found); {
		said, n := known.at(found[i:])
		n = max(n, 1)
		c.hear(said, i, n)
		i += n
		c.pass(found[i-1].gap)
	}
	c.close()
	return c.total
}

// A clause is scored word by word: a phrase is held back until it is clear that
// no negation follows it.
type clause struct {
	topic    Topic
	total    score
	now      score
	held     utterance
	after    int  // the word after the phrase held
	negation int  // where the last negation stands
	denied   bool // the answer at the head is no
	turned   bool // and a "but" came after it
}

func (c *clause) hear(said utterance, at, taken int) {
	switch said.role {
	case turns:
		c.close()
		c.turned = c.denied
	case negates:
		c.now.no = max(c.now.no, said.weight)
		c.negate(at)
	case tells:
		c.now.yes = max(c.now.yes, said.weight)
	case affirms, denies:
		c.settle()
		if c.held, c.after = said, at+taken; at-c.negation <= reachesOn {
			c.held = said.turned()
		}
	case doubts, lacks:
		c.now.doubt = max(c.now.doubt, said.weight)
		c.now.lacking = c.now.lacking || said.role == lacks
	case notYet:
		c.now.doubt = max(c.now.doubt, said.weight)
		c.negate(at)
	case carries:
		if at == c.after {
			c.after += taken
		}
	case idle:
	}
}

func (c *clause) negate(at int) {
	if c.held.role == affirms && at == c.after {
		c.held = c.held.turned()
	}
	c.negation = at
}

// turned is what a phrase says when it is negated.
func (u utterance) turned() utterance {
	switch u.role {
	case affirms:
		u.role = denies
	case denies:
		u.role, u.weight = affirms, 1
	default:
	}
	return u
}

// pass notices what separates a word from the next. The end of a line ends
// nothing, for lines are broken anywhere.
func (c *clause) pass(g gap) {
	if g&pauseGap != 0 {
		c.negation, c.after = longAgo, longAgo
	}
	if g&stopGap != 0 {
		c.close()
	}
}

// settle counts the phrase held back.
func (c *clause) settle() {
	switch c.held.role {
	case affirms:
		c.now.yes = max(c.now.yes, c.held.weight)
	case denies:
		c.now.no = max(c.now.no, c.held.weight)
	default:
	}
	c.held = utterance{}
}

// close ends a clause. What is open in a clause is not answered by it: a yes
// weighs nothing there, nor does a no where success is still to come.
func (c *clause) close() {
	c.settle()
	now := c.now
	if c.turned && now.yes >= plainly && now.doubt == 0 {
		now.yes += headNo // "No, but it was successful"
	}
	if now.doubt > now.yes {
		now.yes = 0
	}
	if now.doubt > now.no && c.topic != Evaluation && c.topic != Reception {
		now.no = 0
	}
	c.total.yes, c.total.no = max(c.total.yes, now.yes), max(c.total.no, now.no)
	c.total.doubt, c.total.lacking = max(c.total.doubt, now.doubt), c.total.lacking || now.lacking
	c.now, c.negation = score{}, longAgo
}
