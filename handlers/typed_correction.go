package handlers

import (
	"net/url"
	"strings"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"

	"ahq/forms"
)

// typedCorrection reads what a form says of how a text is to be read; nil when it
// says nothing. Base is what was said before, which stands where nobody changed a
// field of it.
func typedCorrection(form url.Values, q forms.Question, base string) (*forms.Correction, error) {
	fields, err := changed(form, q)
	if err != nil {
		return nil, err
	}
	c, err := withoutFields(base, fields)
	if err != nil {
		return nil, err
	}
	for _, field := range fields {
		value := strings.TrimSpace(form.Get(q.ID + ".read." + field.name))
		if value == "" {
			continue
		}
		if err := field.put(&c, value); err != nil {
			return nil, err
		}
	}
	if shownCorrection(&c) == "{}" {
		return nil, nil
	}
	return &c, nil
}

// changed are the fields that do not say what the page filled in. A button is
// sent only when it was pressed.
func changed(form url.Values, q forms.Question) ([]correctionField, error) {
	filled := map[string]string{}
	if line := form.Get(q.ID + ".filled"); line != "" {
		if err := json.Unmarshal([]byte(line), &filled); err != nil {
			return nil, errForm
		}
	}
	var fields []correctionField
	for _, field := range corrections[q.Kind] {
		name := q.ID + ".read." + field.name
		was, shown := filled[name]
		if form.Has(name) && (!shown || was != form.Get(name)) {
			fields = append(fields, field)
		}
	}
	return fields, nil
}

// confirmedAsRead is what a page showed as read, when somebody said that it is
// right; pressed says whether they said anything of it.
func confirmedAsRead(form url.Values, name string) (c *forms.Correction, pressed bool, err error) {
	line, pressed := form.Get(name+".right"), form.Has(name+".right")
	if line == "" {
		return nil, pressed, nil
	}
	c = &forms.Correction{}
	if err := json.Unmarshal([]byte(line), c, json.RejectUnknownMembers(true)); err != nil {
		return nil, true, errForm
	}
	return c, true, nil
}

// withoutFields is a correction as a page showed it, without what is said anew.
func withoutFields(shown string, fields []correctionField) (c forms.Correction, err error) {
	if shown == "" {
		return c, nil
	}
	var said map[string]jsontext.Value
	if err := json.Unmarshal([]byte(shown), &said); err != nil {
		return c, errForm
	}
	for _, field := range fields {
		delete(said, field.name)
	}
	rest, err := json.Marshal(said)
	if err != nil {
		return c, errForm
	}
	if err := json.Unmarshal(rest, &c, json.RejectUnknownMembers(true)); err != nil {
		return c, errForm
	}
	return c, nil
}

// shownCorrection is a correction in one line, to be recognised when it comes
// back.
func shownCorrection(c *forms.Correction) string {
	if c == nil {
		return ""
	}
	line, err := json.Marshal(c, json.Deterministic(true))
	if err != nil {
		return ""
	}
	return string(line)
}
