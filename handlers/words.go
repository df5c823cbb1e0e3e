package handlers

import (
	"html/template"
	"maps"
	"mime"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"ahq/forms"
)

// words are what templates may call, in one language: they turn values into
// words and decide nothing.
func (s *Server) words(in speech) template.FuncMap {
	words := in.words()
	maps.Copy(words, template.FuncMap{
		"asset":    s.assets.url,
		"once":     once,
		"most":     func() int { return forms.Longest }, // characters in a cell
		"readable": func() string { return strings.Join(readable, ",") },
	})
	return words
}

// clock is what the clock of a demo says; the real thing shows none.
func (s *Server) clock() phrase {
	if s.Demo == nil {
		return phrase{}
	}
	return say("layout.clock", "Clock", s.Now())
}

// today is the day in Brussels.
func (s *Server) today() string {
	return s.Now().In(s.brussels).Format(time.DateOnly)
}

// inSentence joins names as a sentence does.
func inSentence(names []string) phrase {
	if len(names) < 2 {
		return plain(strings.Join(names, ""))
	}
	last := len(names) - 1
	return say("count.names", "Names", strings.Join(names[:last], ", "), "Last", names[last])
}

// oneAfterAnother says several things in one line.
func oneAfterAnother(parts []phrase) phrase {
	if len(parts) == 0 {
		return phrase{}
	}
	all := parts[0]
	for _, next := range parts[1:] {
		all = say("count.then", "First", all, "Next", next)
	}
	return all
}

// timeLeft says how long there is until the end of a reply-by day.
func timeLeft(replyBy, today string) phrase {
	switch days, known := daysLeft(replyBy, today); {
	case !known:
		return phrase{}
	case days < 0:
		return say("count.late", "Days", many("count.days", -days))
	case days == 0:
		return say("count.today")
	case days == 1:
		return say("count.tomorrow")
	default:
		return say("count.left", "Days", many("count.days", days))
	}
}

// pressing says whether a reply-by day is near or gone.
func pressing(replyBy, today string) bool {
	days, known := daysLeft(replyBy, today)
	return known && days <= 3
}

func daysLeft(replyBy, today string) (days int, known bool) {
	end, err := time.Parse(time.DateOnly, replyBy)
	if err != nil {
		return 0, false
	}
	now, err := time.Parse(time.DateOnly, today)
	return int(end.Sub(now).Hours() / 24), err == nil
}

// sentence makes one of an error's words.
func sentence(words string) string {
	first, size := utf8.DecodeRuneInString(words)
	if size == 0 {
		return ""
	}
	return string(unicode.ToUpper(first)) + strings.TrimRight(words[size:], ".") + "."
}

// attachmentHeader names a file in a way that every browser understands.
func attachmentHeader(name string) string {
	return mime.FormatMediaType("attachment", map[string]string{"filename": name})
}
