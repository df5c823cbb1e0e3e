package reading

import (
	"regexp"
	"strconv"
	"strings"

	"ahq/forms"
)

// A Header is what a document says of itself, above its first answer.
type Header struct {
	Topic         string   `json:"topic,omitempty"`
	Requester     string   `json:"requester,omitempty"` // code: "NO", or "COM"
	Requested     string   `json:"requested,omitempty"` // days: "2016-12-16"
	ReplyBy       string   `json:"reply_by,omitempty"`
	Compiled      string   `json:"compiled,omitempty"`
	Dissemination string   `json:"dissemination,omitempty"` // as it is said: "OPEN"
	Respondents   []string `json:"respondents,omitempty"`   // codes
	Total         int      `json:"total,omitempty"`         // of respondents, as it is said
	By            string   `json:"by,omitempty"`            // code of the NCP that answers
	Questions     []string `json:"questions,omitempty"`     // ids of those that it lists
}

// A saying is a line of a header that is known by its words.
type saying struct {
	words *regexp.Regexp
	read  func(h *Header, found []string) // with what its brackets hold
}

// sayings of headers, in the order in which they are tried. The topic goes on to
// the next that is found.
var sayings = []saying{
	{regexp.MustCompile(`(?i)^(open|limited|restricted|public)\s+dissemination\W*$`), func(h *Header, found []string) { h.Dissemination = found[1] }},
	{regexp.MustCompile(`(?i)^dissemination\W+(\w.*)$`), func(h *Header, found []string) { h.Dissemination = found[1] }},
	{regexp.MustCompile(`(?i)^(?:requested|launched|asked)\s+by:?\s+(.+?)(?:\s+on:?\s+(.*))?$`), func(h *Header, found []string) {
		h.Requester, h.Requested = ncpIn(found[1]), forms.DateIn(found[2])
	}},
	{regexp.MustCompile(`(?i)^compil\w*\s+(?:produced|made|of|on|date)\W*(?:on)?\s*(.*)$`), func(h *Header, found []string) { h.Compiled = forms.DateIn(found[1]) }},
	{regexp.MustCompile(`(?i)^(?:responses|answers|replies)\s+from:?\s+(.+?)(?:\(\s*(\d+)\s+in\s+total\W*)?$`), func(h *Header, found []string) {
		h.Respondents, _ = forms.CountriesIn(found[1])
		h.Total, _ = strconv.Atoi(found[2])
	}},
	{regexp.MustCompile(`(?i)^(?:response|answer|reply|provided|answered|country|member state)s?(?:\s+(?:provided|given|sent))?(?:\s+by)?\s*:\s*(.+)$`), func(h *Header, found []string) { h.By = ncpIn(found[1]) }},
	{regexp.MustCompile(`(?i)(?:responses?|answers?|repl(?:y|ies)|deadline)\b.{0,20}?(?:\bby\b|\bbefore\b|:)\s*(.*)$`), func(h *Header, found []string) { h.ReplyBy = forms.DateIn(found[1]) }},
	{regexp.MustCompile(`(?i)^disclaimer\W`), func(*Header, []string) {}},
	{regexp.MustCompile(`(?i)^(?:\d+\W+)?(?:background(?:\s+information)?|context)\s*:?$`), func(*Header, []string) {}},
}

// topicIn is what stands behind "Ad-Hoc Query on".
var topicIn = regexp.MustCompile(`(?i)(?:\bahq|ad[- ]?hoc quer(?:y|ies))(?:\s+no\.?\s*[\d.]+)?(?:\s+on|\s*[:–-])\s+(.+)$`)

// ncpIn is the code of the one NCP that a text names.
func ncpIn(text string) string {
	if strings.Contains(text, "COM") || strings.Contains(text, "Commission") {
		return "COM"
	}
	codes, _ := forms.CountriesIn(text)
	if len(codes) == 0 {
		first, _, _ := strings.Cut(strings.TrimSpace(text), " ")
		codes, _ = forms.CountriesIn(first)
	}
	if len(codes) == 0 {
		return ""
	}
	return codes[0]
}

// longestHeader bounds the lines that are looked at above the first answer.
const longestHeader = 400

// longestSaying bounds one of them, in bytes.
const longestSaying = 2000

// header reads what stands above the first answer.
func (w *writer) header(until int) {
	topic := []int(nil) // lines of it, while it goes on
	for i := 0; i < min(len(w.Lines), longestHeader) && w.Lines[i].From < until; i++ {
		line := strings.TrimSpace(w.line(i))
		if line == "" || len(line) > longestSaying || w.uses[w.Lines[i].From] == asLabel {
			continue
		}
		if w.known(line, i) {
			w.endTopic(topic)
			topic = nil
			continue
		}
		switch {
		case w.Header.Topic == "" && topic == nil && topicIn.MatchString(line), topic != nil && len(topic) < mostHeadings:
			topic = append(topic, i)
		}
	}
	w.endTopic(topic)
}

// known reads a line that is known by its words.
func (w *writer) known(line string, i int) bool {
	for _, s := range sayings {
		if found := s.words.FindStringSubmatch(line); found != nil {
			s.read(&w.Header, found)
			w.mark(w.Lines[i].From, w.Lines[i].To, asHeader)
			return true
		}
	}
	return false
}

func (w *writer) endTopic(lines []int) {
	var all []string
	for _, i := range lines {
		all = append(all, strings.TrimSpace(w.line(i)))
		w.mark(w.Lines[i].From, w.Lines[i].To, asHeader)
	}
	if found := topicIn.FindStringSubmatch(strings.Join(all, " ")); found != nil && w.Header.Topic == "" {
		w.Header.Topic = found[1]
	}
}
