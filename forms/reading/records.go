package reading

import "slices"

// The labels of a document, in their order, are those of its tables one after the
// other. A table has each label once; where one comes again, either another table
// has begun, or an answer speaks like a label.

// A run is labels that belong together: a record, or the questions asked once.
type run struct {
	marks   []mark // each question once, in the order of the document
	section string // it stands in
	table   int    // of the questionnaire; asksOnce: it has no label of one
	title   bool   // it is the title of a section, and nothing else
}

func (r run) last() mark { return r.marks[len(r.marks)-1] }

// What makes a run likely, in labels.
const (
	newRun     = 2.5 // it costs: a label that comes again in an answer begins none
	underTitle = 1.0 // it gains when a heading stands above it
	asAsked    = 0.5 // or when it begins as the questionnaire does
	asFirst    = 0.2 // or as the document does
)

// runs are the labels of a document, cut where that explains most of them.
func (c *scan) runs(marks []mark) []run {
	var all []run
	section := ""
	for from := 0; from <= len(marks); {
		to := from
		for to < len(marks) && marks[to].section == "" {
			to++
		}
		for _, r := range c.cutRuns(marks[from:to]) {
			r.section = section
			all = append(all, r)
		}
		if to < len(marks) {
			section = marks[to].section
			all = append(all, run{marks: marks[to : to+1], section: section, table: marks[to].table, title: true})
		}
		from = to + 1
	}
	return all
}

// cutRuns between two titles of sections.
func (c *scan) cutRuns(marks []mark) []run {
	if len(marks) == 0 {
		return nil
	}
	widest := 4 * len(c.labels)
	best, from := make([]float64, len(marks)+1), make([]int, len(marks)+1)
	gain := make([]float64, len(marks))
	for i, m := range marks {
		gain[i] = c.opens(m, marks[0])
	}
	asked, seen := questionsOf(marks), make([]int, len(marks)) // seen of a question: the end it was seen for last
	for end := 1; end <= len(marks); end++ {
		best[end] = -1e9
		different := 0
		for start := end - 1; start >= max(0, end-widest); start-- {
			if q := asked[start]; seen[q] != end {
				seen[q], different = end, different+1
			}
			if value := best[start] + float64(different) - newRun + gain[start]; value >= best[end] {
				best[end], from[end] = value, start
			}
		}
	}
	var all []run
	for end := len(marks); end > 0; end = from[end] {
		all = append(all, runOf(marks[from[end]:end]))
	}
	slices.Reverse(all)
	return all
}

// questionsOf labels, as numbers.
func questionsOf(marks []mark) []int {
	all, known := make([]int, len(marks)), map[string]int{}
	for i, m := range marks {
		if _, seen := known[m.question]; !seen {
			known[m.question] = len(known)
		}
		all[i] = known[m.question]
	}
	return all
}

// opens is how likely a run begins with a label.
func (c *scan) opens(m, first mark) (gain float64) {
	if m.question == first.question {
		gain += asFirst
	}
	if c.openers[m.question] {
		gain += asAsked
	}
	if above := c.above(m); above >= 0 && c.isHeading(c.line(above)) {
		gain += underTitle
	}
	return gain
}

// written is how well a label is written: a long one better than a short one.
func (m mark) written() int { return len(m.letters) - 5*m.wrong }

// runOf labels: of those that come again, the one that is written best.
func runOf(marks []mark) run {
	best, tables := map[string]int{}, map[int]int{}
	for i, m := range marks {
		if b, seen := best[m.question]; !seen || m.written() > marks[b].written() {
			best[m.question] = i
		}
		tables[m.table]++
	}
	r := run{table: asksOnce}
	for table, n := range tables {
		if table != asksOnce && (r.table == asksOnce || n > tables[r.table] || n == tables[r.table] && table < r.table) {
			r.table = table
		}
	}
	for i, m := range marks {
		if best[m.question] == i && (m.table == r.table || m.table == asksOnce) {
			r.marks = append(r.marks, m)
		}
	}
	return r
}
