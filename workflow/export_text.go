package workflow

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"ahq/workflow/document"
)

// blocksOf splits a text into paragraphs and lists. Not a word changes: only
// marks that a list of our own prints again, bullets and 1. 2. 3., are taken
// off; where there is doubt they stay, as text.
func blocksOf(text string) []document.Block {
	var blocks []document.Block
	var paragraph []string
	flush := func() {
		if len(paragraph) > 0 {
			blocks = append(blocks, document.Paragraph{Text: linked(strings.Join(paragraph, "\n"))})
			paragraph = nil
		}
	}
	lines := strings.Split(text, "\n")
	for i := 0; i < len(lines); {
		if strings.TrimSpace(lines[i]) == "" {
			flush()
			i++
			continue
		}
		if list, n := listAt(lines[i:]); n > 0 {
			flush()
			blocks = append(blocks, list)
			i += n
			continue
		}
		paragraph = append(paragraph, lines[i])
		i++
	}
	flush()
	return blocks
}

// A mark is what begins an item of a list.
type mark struct {
	sign   string // "-", "•"; "." for a number
	number int
}

// listAt is the list that begins these lines, and how many of them it takes; 0
// when none begins here.
func listAt(lines []string) (list document.List, taken int) {
	first, _, ok := marked(lines[0])
	if !ok || first.number > 1 {
		return list, 0
	}
	list.Ordered = first.number == 1
	for i, line := range lines {
		if strings.TrimSpace(line) == "" {
			continue
		}
		m, item, ok := marked(line)
		if !ok || m.sign != first.sign || list.Ordered && m.number != len(list.Items)+1 {
			break
		}
		list.Items = append(list.Items, linked(item))
		taken = i + 1
	}
	if len(list.Items) < 2 && !unmistakable(first.sign) {
		return list, 0
	}
	return list, taken
}

// marked takes the mark off a line: "- ", "• ", "12. ".
func marked(line string) (m mark, item string, ok bool) {
	line = strings.TrimLeft(line, " \t\u00a0")
	if digits := len(line) - len(strings.TrimLeft(line, "0123456789")); digits > 0 && digits < 4 {
		item, ok = spaced(strings.CutPrefix(line[digits:], "."))
		number, err := strconv.Atoi(line[:digits])
		return mark{".", number}, item, ok && err == nil && line[0] != '0'
	}
	sign, size := utf8.DecodeRuneInString(line)
	m = mark{sign: line[:size]}
	switch {
	case unmistakable(m.sign):
		item = strings.TrimLeft(line[size:], " \t\u00a0")
		return m, item, item != ""
	case strings.ContainsRune("-–—*", sign):
		item, ok = spaced(line[size:], true)
		return m, item, ok
	default:
		return m, "", false
	}
}

// spaced is what follows a mark, if there is a space between.
func spaced(rest string, marked bool) (item string, ok bool) {
	item = strings.TrimLeft(rest, " \t\u00a0")
	return item, marked && item != "" && len(item) < len(rest)
}

// unmistakable are the signs that are nothing but bullets: those of Unicode, and
// those that Word keeps in its private fonts.
func unmistakable(sign string) bool {
	r, _ := utf8.DecodeRuneInString(sign)
	return strings.ContainsRune("•◦▪▫●○■□‣⁃∙", r) || unicode.Is(unicode.Co, r)
}
