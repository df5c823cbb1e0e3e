package reading

// A match is a label that a text begins with, how many of its letters that takes,
// and how many of them are wrong.
type match struct {
	*label
	taken, wrong int
}

// The measures of a label that is not written as it should be.
const (
	forgiving = 12 // letters a label needs to be forgiven any
	perError  = 8  // letters of the label for each that is wrong
	mostLost  = 4  // first letters that may be cut off, for one error
)

// forgiven is how many letters of a label, or of so much of it, may be wrong.
func forgiven(letters int) int {
	if letters < forgiving {
		return 0
	}
	return letters / perError
}

// begins says whether a text begins with the label, give or take a few letters. A
// short one must stand by itself, and so must the title of a section: "Title" is not
// the beginning of "Title deeds".
func (l *label) begins(text []letter) (match, bool) {
	errors := forgiven(len(l.letters))
	taken, wrong := forgivingPrefix(l.letters, text, errors)
	alone := len(l.letters) >= forgiving && l.section == "" || taken > 0 && text[taken-1].alone
	return match{l, taken, wrong}, taken > 0 && wrong <= errors && alone
}

// forgivingPrefix says how much of a text is the label, and how many letters of it
// are wrong, missing or too many, up to one more than may be: the fewest errors
// win, then the length of the label itself. It is Levenshtein's table, kept to a
// band around its diagonal.
func forgivingPrefix(label []rune, text []letter, errors int) (taken, wrong int) {
	if exactPrefix(label, text) {
		return len(label), 0
	}
	if errors == 0 {
		return 0, 1
	}
	width := min(len(text), len(label)+errors)
	var room [2][300]int
	before, now := room[0][:], room[1][:]
	if width >= len(before) {
		before, now = make([]int, width+1), make([]int, width+1)
	}
	before, now = before[:width+1], now[:width+1]
	for j := range before {
		before[j] = errors + j // what stands before a label is not part of it
	}
	before[0] = 0
	for i, want := range label {
		if !nextRow(before, now, i+1, want, text, errors) {
			return 0, errors + 1
		}
		before, now = now, before
	}
	for j := max(1, len(label)-errors-mostLost); j <= width; j++ {
		if before[j] < before[taken] || taken == 0 || before[j] == before[taken] && better(text, j, taken) {
			taken = j
		}
	}
	return wordEnd(text, before, taken)
}

// wordEnd moves the end of a label to that of a word, if that costs no more than one
// letter: the last two may have changed places.
func wordEnd(text []letter, cost []int, taken int) (int, int) {
	if taken == 0 || text[taken-1].ends {
		return taken, cost[taken]
	}
	for _, j := range []int{taken + 1, taken + 2, taken - 1} {
		if 0 < j && j < len(cost) && text[j-1].ends && cost[j] <= cost[taken]+1 {
			return j, cost[j]
		}
	}
	return taken, cost[taken]
}

func exactPrefix(label []rune, text []letter) bool {
	if len(text) < len(label) {
		return false
	}
	for i, r := range label {
		if text[i].rune != r {
			return false
		}
	}
	return true
}

// nextRow of the table, within the band; and whether any of it may still do.
func nextRow(before, now []int, i int, want rune, text []letter, errors int) bool {
	far := errors + 1
	if i-far >= len(now) {
		return false // the text is too short
	}
	from, to := max(1, i-far), min(len(now)-1, i+far)
	now[0] = i
	if i <= mostLost {
		now[0] = 1
	}
	if from > 1 {
		now[from-1] = far
	}
	best := now[0]
	for j := from; j <= to; j++ {
		wrong := 1
		if text[j-1].rune == want {
			wrong = 0
		}
		now[j] = min(before[j-1]+wrong, before[j]+1, now[j-1]+1)
		best = min(best, now[j])
	}
	if to+1 < len(now) {
		now[to+1] = far
	}
	return best <= errors
}

// better says whether a label rather ends after so many letters than after fewer:
// only if the fewer would cut a word.
func better(text []letter, n, fewer int) bool {
	return fewer == 0 || text[n-1].ends && !text[fewer-1].ends
}
