package handlers

import (
	"context"
	"slices"
	"strconv"

	"ahq/models"
	"ahq/workflow"
)

// A tracking is who has answered, for those who asked.
type tracking struct {
	Board  string // what was sent to them, and what comes
	Matrix string // how far they are, part by part
	Counts []tally
	Rows   []trackRow
}

// A tally is how many NCPs are so far.
type tally struct {
	Number int
	Text   phrase
}

// A trackRow says how far one NCP is. What it writes is its own until it is
// delivered.
type trackRow struct {
	Name    string
	Asked   bool
	ReplyBy string // a day, where it is not the AHQ's

	Expected phrase // by when, as the NCP said
	State    label
	Detail   phrase
	Why      string // it is so: a reason, a word
	Version  *link  // what it delivered
	Acts     []link
	Threads  int // that are open

	ncp   string
	waits bool // its answer is still to come
}

// A tracked response is all that its state is judged by.
type tracked struct {
	models.Response
	Overdue   bool
	Untouched bool // nothing is written
	Whole     bool // nothing is missing
}

// trackStates say how far a response is to those who asked, the first that holds.
var trackStates = []struct {
	holds func(tracked) bool
	label label
}{
	{func(r tracked) bool { return r.ID == "" }, label{say("state.not_begun"), quiet}},
	{func(r tracked) bool { return r.ReturnedAt != nil }, label{say("state.returned"), urgent}},
	{func(r tracked) bool { return r.State == models.Compiled && r.Late }, label{say("state.compiled_late"), good}},
	{func(r tracked) bool { return r.State == models.Compiled }, label{say("state.compiled"), good}},
	{func(r tracked) bool { return r.State == models.Submitted && r.Late }, label{say("state.submitted_late"), good}},
	{func(r tracked) bool { return r.State == models.Submitted }, label{say("state.submitted"), good}},
	{func(r tracked) bool { return r.InForce > 0 }, label{say("state.amended"), going}},
	{func(r tracked) bool { return r.DeclinedAt != nil }, label{say("state.nothing"), quiet}},
	{func(r tracked) bool { return r.Entered }, label{say("state.entered"), going}},
	{func(r tracked) bool { return r.Overdue && r.OpenedAt == nil }, label{say("state.overdue_unopened"), urgent}},
	{func(r tracked) bool { return r.Overdue }, label{say("state.overdue"), urgent}},
	{func(r tracked) bool { return r.OpenedAt == nil }, label{say("state.not_opened"), quiet}},
	{func(r tracked) bool { return r.Untouched }, label{say("state.opened"), quiet}},
	{func(r tracked) bool { return r.Whole }, label{say("state.whole"), going}},
	{func(tracked) bool { return true }, label{say("state.in_progress"), going}},
}

func trackState(r tracked) label { return trackStates[stateOrder(r)].label }

// stateOrder is where the state of a response stands among all of them: the last
// always holds.
func stateOrder(r tracked) int {
	for i, state := range trackStates {
		if state.holds(r) {
			return i
		}
	}
	return len(trackStates) - 1
}

// fillTracking shows those who asked how far everybody is.
func (s *Server) fillTracking(ctx context.Context, d ahqDesk, page *ahqPage) error {
	if !d.May(workflow.Track) || d.AHQ.IssuedAt == nil {
		return nil
	}
	scope := d.Who.Scope()
	addressees, err := s.Store.Addressees(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	responses, err := s.Store.Responses(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	spreads, err := s.Store.Spreads(ctx, scope, d.AHQ.ID)
	if err != nil {
		return err
	}
	chasings, err := s.Store.Chasings(ctx, scope, d.AHQ.ID)
	page.Tracking = d.tracking(addressees, byNCP(responses), spreads)
	page.Tracking.expect(chasings)
	return err
}

// byNCP finds responses by whose they are.
func byNCP(responses []models.Response) map[string]models.Response {
	of := make(map[string]models.Response, len(responses))
	for _, r := range responses {
		of[r.NCP] = r
	}
	return of
}

// tracking has a row for each NCP that was asked, and for each that answers
// unasked.
func (d ahqDesk) tracking(addressees []models.Addressee, responses map[string]models.Response, spreads map[models.ResponseID]models.Spread) *tracking {
	m, t := d.meter(), tracking{Board: d.URL("board"), Matrix: d.URL("tracking")}
	for _, x := range addressees {
		if r, ok := responses[x.NCP]; ok || x.Asked {
			t.Rows = append(t.Rows, m.row(x, r, spreads[r.ID]).trackRow)
		}
	}
	t.Counts = tallies(t.Rows, responses)
	return &t
}

// expect says by when answers that are still to come can be expected.
func (t *tracking) expect(chasings []models.Chasing) {
	for i := range t.Rows {
		t.Rows[i].expect(chasings)
	}
}

// expect says by when this one can be expected.
func (row *trackRow) expect(chasings []models.Chasing) {
	i := slices.IndexFunc(chasings, func(c models.Chasing) bool { return c.NCP == row.ncp })
	if i < 0 || chasings[i].ExpectedBy == "" || !row.waits {
		return
	}
	row.Expected = say("board.expected", "Day", isoDay(chasings[i].ExpectedBy))
	if row.Why == "" {
		row.Why = chasings[i].ExpectedWord
	}
}

func (d ahqDesk) trackRow(x models.Addressee, is tracked, p models.Progress) trackRow {
	r := is.Response
	row := trackRow{Name: x.Name, Asked: x.Asked, ncp: x.NCP, waits: r.State == models.Draft && r.DeclinedAt == nil && d.AHQ.State == models.Open}
	if x.ReplyBy != d.AHQ.ReplyBy {
		row.ReplyBy = x.ReplyBy
	}
	row.State = trackState(is)
	row.Detail, row.Why = d.trackDetail(r, p), r.ReturnedWhy+r.DeclinedWord
	if r.State == models.Draft && r.AmendedWhy != "" {
		row.Why = r.AmendedWhy
	}
	if r.InForce > 0 {
		row.Version = &link{URL: versionURL(models.Version{ResponseID: r.ID, Number: r.InForce}), Text: say("tracking.read")}
	}
	row.Acts = d.trackActs(r, p)
	return row
}

// trackDetail says when it came, or how far it is.
func (d ahqDesk) trackDetail(r models.Response, p models.Progress) phrase {
	var parts []phrase
	if r.SubmittedAt != nil && r.InForce > 0 {
		parts = append(parts, say("tracking.delivered", "At", *r.SubmittedAt))
	}
	if r.State == models.Draft && r.DeclinedAt == nil {
		parts = append(parts, progressText(p, d.AHQ))
	}
	if r.State == models.Draft && p.LastAt != nil {
		parts = append(parts, say("tracking.last_saved", "At", *p.LastAt))
	}
	return oneAfterAnother(parts)
}

// trackActs are what those who asked may do with a response now.
func (d ahqDesk) trackActs(r models.Response, p models.Progress) []link {
	var all []link
	add := func(holds bool, text phrase, path string) {
		if holds && r.ID != "" {
			all = append(all, link{URL: responseURL(r.ID) + path, Text: text})
		}
	}
	if r.InForce > 1 {
		add(true, say("tracking.changed"), "/versions/"+strconv.Itoa(r.InForce)+"#changes")
	}
	add(d.May(workflow.Return) && workflow.CanMove(r, workflow.Return), say("tracking.return"), "/return")
	add(d.May(workflow.EnterFor) && r.Entered, say("tracking.go_on"), "")
	add(r.ID != "", say("tracking.history"), "/history")
	if d.May(workflow.EnterFor) && d.AHQ.State == models.Open && !begun(r, p) {
		all = append(all, link{URL: d.URL("enter-for") + "?ncp=" + r.NCP, Text: say("tracking.enter")})
	}
	return all
}

// begun says whether an NCP has begun to answer, or its answer is being entered.
func begun(r models.Response, p models.Progress) bool {
	return r.State != models.Draft || r.Delivered > 0 || r.Entered || p.Records > 0 || p.Filled > 0
}

// tallies count those asked, and how far they are.
func tallies(rows []trackRow, responses map[string]models.Response) []tally {
	with := func(holds func(models.Response) bool) int {
		n := 0
		for _, r := range responses {
			if holds(r) {
				n++
			}
		}
		return n
	}
	return []tally{
		{number(rows, func(r trackRow) bool { return r.Asked }), say("tracking.asked")},
		{with(func(r models.Response) bool { return r.OpenedAt != nil || r.Delivered > 0 }), say("tracking.opened")},
		{with(func(r models.Response) bool { return r.InForce > 0 }), say("tracking.answered")},
		{with(func(r models.Response) bool { return r.InForce > 0 && r.Late }), say("tracking.late")},
		{with(func(r models.Response) bool { return r.ReturnedAt != nil }), say("tracking.returned")},
		{with(func(r models.Response) bool { return r.DeclinedAt != nil }), say("tracking.nothing")},
	}
}
