package workflow

import (
	"bytes"
	"context"
	"errors"
	"html/template"
	"strings"

	"ahq/models"
)

// A Mail is a message as it goes out.
type Mail struct {
	models.Message
	Text     string
	HTML     string
	Stop     string // where a mail program stops letters of this kind; "" they cannot be stopped
	Calendar []byte // the date that it is about, as iCalendar; nil for none
}

// letterHTML lays a letter out: headings, paragraphs and lists of plain text, our
// own links and no other, nothing to be fetched.
var letterHTML = template.Must(template.ParseFS(letterFiles, "letters/letter.html"))

// mail is a message with its links, twice: as plain text and as HTML.
func (w *Workflow) mail(ctx context.Context, m models.Message) (mail Mail, err error) {
	mail.Message = m
	stop, err := w.StopPath(ctx, m.ToID, m.Letter)
	if err != nil {
		return mail, err
	}
	page := letterPage{Subject: m.Subject, Link: m.Link, Blocks: blocks(m.Body)}
	if m.Path != "" {
		page.URL = w.Address(m.Path)
	}
	if page.Why, err = say("about.why", nil); err != nil {
		return mail, err
	}
	if stop != "" {
		mail.Stop = w.Address(stop)
		page.StopURL = mail.Stop
		if page.Stop, err = say("about.stop", nil); err != nil {
			return mail, err
		}
	}
	if letterbook[letterID(m.Letter)].dated && m.AHQID != "" {
		if mail.Calendar, err = w.dateFor(ctx, m); err != nil {
			return mail, err
		}
	}
	var html bytes.Buffer
	err = letterHTML.Execute(&html, page)
	mail.Text, mail.HTML = page.text(m.Body), html.String()
	return mail, err
}

// dateFor is the date of an AHQ, as whoever gets the message sees it today.
func (w *Workflow) dateFor(ctx context.Context, m models.Message) ([]byte, error) {
	to, err := w.Actor(ctx, m.ToID)
	if err != nil {
		return nil, err
	}
	file, err := w.CalendarOfAHQ(ctx, to, m.AHQID)
	if errors.Is(err, models.ErrNotFound) {
		return nil, nil // they do not see it any more
	}
	return file, err
}

// Written is what a message says, for those who look at the outbox: a link that
// lets its reader in stands in the mail only.
func (w *Workflow) Written(m models.Message) string {
	page := letterPage{Link: m.Link}
	switch {
	case m.Secret:
		page.URL = "…"
	case m.Path != "":
		page.URL = w.Address(m.Path)
	}
	return page.text(m.Body)
}

// A letterPage is a letter to be laid out.
type letterPage struct {
	Subject       string
	Blocks        []block
	Link, URL     string
	Why           string
	Stop, StopURL string
}

// text is the letter as plain text.
func (p letterPage) text(body string) string {
	parts := []string{body}
	if p.URL != "" {
		parts = append(parts, p.Link+":\n"+p.URL)
	}
	if p.Why != "" {
		parts = append(parts, "-- \n"+p.Why)
	}
	if p.Stop != "" {
		parts = append(parts, p.Stop+":\n"+p.StopURL)
	}
	return strings.Join(parts, "\n\n") + "\n"
}

// A block is a paragraph, of lines, or a list, of items.
type block struct {
	Lines []string
	Items []string
}

// blocks are the paragraphs of a text, with an empty line between them. Lines
// that begin with a dash are a list.
func blocks(text string) []block {
	var all []block
	for part := range strings.SplitSeq(text, "\n\n") {
		var now block
		for line := range strings.SplitSeq(strings.Trim(part, "\n"), "\n") {
			item, is := strings.CutPrefix(line, "- ")
			if is == (len(now.Lines) > 0) && len(now.Lines)+len(now.Items) > 0 {
				all = append(all, now)
				now = block{}
			}
			if is {
				now.Items = append(now.Items, item)
			} else {
				now.Lines = append(now.Lines, line)
			}
		}
		all = append(all, now)
	}
	return all
}
