package workflow

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"ahq/forms"
	"ahq/models"
)

// An AHQForm is what a requester writes of an AHQ while it is a draft.
type AHQForm struct {
	Topic         string
	Background    string
	OnBehalfOf    string
	Lead          string   // code
	Joint         []string // codes
	Addressing    models.Addressing
	Selected      []string
	Questionnaire forms.Questionnaire // it may be unfinished until it is issued
	ReplyBy       string              // "2017-01-23"
	ClosesOn      string              // "" it is closed by hand
	Dissemination models.Dissemination
	Themes        []string // ids
	Relations     []EarlierAHQ
	Reference     string // only for imported ones; "" gives the next at issue
}

// The most that is kept of what an AHQ says of itself, in bytes: a topic must
// fit on a title page; longer background is better attached as a file.
const (
	longestTopic      = 500
	longestBackground = 200_000
)

// imported is a reference that an AHQ brings along.
var imported = regexp.MustCompile(`^[0-9]{4}\.[0-9]{1,6}$`)

// check says what is wrong in a draft: what is there must be sound, what is
// missing is asked for when it is issued.
func (f AHQForm) check(names map[string]string) error {
	switch {
	case strings.TrimSpace(f.Topic) == "":
		return invalid("/topic", "give the topic; the words \"EMN Ad-Hoc Query on\" are printed before it")
	case len(f.Topic) > longestTopic || strings.ContainsAny(f.Topic, "\r\n"):
		return invalid("/topic", "a topic is one line of at most %d characters", longestTopic)
	case f.Addressing != models.All && f.Addressing != models.Selected:
		return invalid("/addressing", "choose all NCPs, or selected ones")
	case f.Dissemination != models.OpenDissemination && f.Dissemination != models.EMNOnly:
		return invalid("/dissemination", "choose open, or emn_only")
	case f.Reference != "" && !imported.MatchString(f.Reference):
		return invalid("/reference", "a reference is a year and a number: 2016.14")
	}
	for i, theme := range f.Themes {
		if forms.ThemeName(theme) == theme || slices.Contains(f.Themes[:i], theme) {
			return invalid(fmt.Sprintf("/themes/%d", i), "choose each theme once, from the list of themes")
		}
	}
	if f.ReplyBy != "" {
		if err := checkReal("/reply_by", f.ReplyBy); err != nil {
			return err
		}
	}
	if f.ClosesOn != "" {
		if err := checkClosing(f.ClosesOn, f.ReplyBy); err != nil {
			return err
		}
	}
	if err := checkQuestionnaire(f.Questionnaire); err != nil {
		return err
	}
	return f.checkNCPs(names)
}

// checkQuestionnaire says what not even a draft can ask. What is unfinished is
// asked for when it is issued.
func checkQuestionnaire(q forms.Questionnaire) error {
	if n := questionsIn(q); n > mostQuestions {
		return invalid("/questionnaire", "this asks %d questions, and at most %d can be asked at once: make two AHQs of it", n, mostQuestions)
	}
	return misfitting(q.Misfits().Unsound())
}

// mostQuestions are more than anybody would answer, and few enough for a page.
const mostQuestions = 500

func questionsIn(q forms.Questionnaire) (n int) {
	for _, l := range q.Listings() {
		n += len(q.In(l))
	}
	return n
}

// misfitting is each place of a questionnaire that does not hold together, as
// something that was handed in.
func misfitting(all forms.Misfits) error {
	wrong := make([]error, len(all))
	for i, m := range all {
		wrong[i] = invalid("/questionnaire"+m.Pointer, "%s", m.Text)
	}
	return errors.Join(wrong...)
}

func (f AHQForm) checkNCPs(names map[string]string) error {
	if _, known := names[f.Lead]; !known {
		return invalid("/lead", "there is no NCP %q", f.Lead)
	}
	for _, list := range []struct {
		pointer string
		codes   []string
		taken   string
	}{{"/joint", f.Joint, f.Lead}, {"/selected", f.Selected, ""}} {
		for i, code := range list.codes {
			at := fmt.Sprintf("%s/%d", list.pointer, i)
			if _, known := names[code]; !known {
				return invalid(at, "there is no NCP %q", code)
			}
			if code == list.taken || slices.Contains(list.codes[:i], code) {
				return invalid(at, "%s is named twice", names[code])
			}
		}
	}
	return nil
}

// fill writes the form into an AHQ. Texts are kept to the letter; only line ends
// are made the same.
func (f AHQForm) fill(a *models.AHQ) (err error) {
	for _, text := range []struct {
		pointer string
		longest int
		from    string
		to      *string
	}{
		{"/topic", longestTopic, f.Topic, &a.Topic},
		{"/background", longestBackground, f.Background, &a.Background},
		{"/on_behalf_of", longestName, f.OnBehalfOf, &a.OnBehalfOf},
	} {
		if len(text.from) > text.longest {
			return invalid(text.pointer, "this is too long: %d characters at most", text.longest)
		}
		if *text.to, err = normal(text.pointer, text.from); err != nil {
			return err
		}
	}
	a.Addressing, a.Selected = f.Addressing, f.Selected
	a.Questionnaire, a.ReplyBy, a.ClosesOn, a.Dissemination = f.Questionnaire, f.ReplyBy, f.ClosesOn, f.Dissemination
	a.Themes = f.Themes
	a.Requesters = []models.Requester{{NCP: f.Lead, Lead: true}}
	for _, code := range f.Joint {
		a.Requesters = append(a.Requesters, models.Requester{NCP: code})
	}
	a.Reference = nil
	if f.Reference != "" {
		a.Reference = &f.Reference
	}
	return nil
}

// normal is a text as it is kept.
func normal(pointer, text string) (string, error) {
	kept, err := forms.Normal(text)
	if err != nil {
		return "", invalid(pointer, "%s", err)
	}
	return kept, nil
}
