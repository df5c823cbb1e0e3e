package models

import (
	"strings"

	"gorm.io/gorm"
	"gorm.io/gorm/clause"
)

// A Scope is what one person may see. Only workflow/access.go makes one; the
// zero Scope sees public editions and nothing else.
type Scope struct {
	Person    PersonID
	NCPs      []string // whose drafts they see
	Leads     []string // as whose coordinator they are a requester
	Network   bool     // a member of any NCP: sees issued AHQs and internal editions
	Keeps     bool     // an administrator: the hooks of all
	Unlimited bool     // ahq itself: jobs and the command line
}

// ---- what a query is narrowed to, by table

func (s Scope) ahqs(q *gorm.Statement) {
	s.narrow(q, s.seesAHQ())
}

// chased narrows the NCPs that are chased to those of AHQs that the person asks
// or compiles: how far a draft is, is not for others.
func (s Scope) chased(q *gorm.Statement) {
	s.narrow(q, s.asks("chased.ahq_id"))
}

// reminders are for those who ask.
func (s Scope) reminders(q *gorm.Statement) {
	s.narrow(q, s.asks("reminders.ahq_id"))
}

// messages about an AHQ are for those who ask.
func (s Scope) messages(q *gorm.Statement) {
	s.narrow(q, s.asks("messages.ahq_id"))
}

// chasing is for the NCP itself, and for those who ask.
func (s Scope) chasing(q *gorm.Statement) {
	s.narrow(q, either(when("addressees.ncp in ?", s.NCPs), s.asks("addressees.ahq_id")))
}

// asking narrows the rows of AHQs to those that they launched or compile.
func (s Scope) asking(q *gorm.Statement) {
	s.narrow(q, s.asks("ahqs.id"))
}

// partsOfAHQs narrows a table whose rows belong to the AHQ in their ahq_id.
func (s Scope) partsOfAHQs(q *gorm.Statement) {
	s.narrow(q, s.seesAHQ().of("ahqs", "ahqs.id = ahq_id"))
}

func (s Scope) hooks(q *gorm.Statement) {
	s.narrow(q, s.seesHook())
}

// deliveries are seen with their hook.
func (s Scope) deliveries(q *gorm.Statement) {
	s.narrow(q, s.seesHook().of("hooks", "hooks.id = hook_id"))
}

func (s Scope) responses(q *gorm.Statement) {
	s.narrow(q, s.seesResponse())
}

// draftsThemselves narrows the rows of responses to those whose draft they see.
func (s Scope) draftsThemselves(q *gorm.Statement) {
	s.narrow(q, s.seesDraft())
}

// drafts narrows records, cells and their texts.
func (s Scope) drafts(q *gorm.Statement) {
	s.narrow(q, s.seesDraft().of("responses", "responses.id = response_id"))
}

func (s Scope) versions(q *gorm.Statement) {
	s.narrow(q, s.seesResponse().of("responses", "responses.id = response_id"))
}

// threads are between the NCP and those who ask.
func (s Scope) threads(q *gorm.Statement) {
	s.narrow(q, s.seesResponse().of("responses", "responses.id = response_id"))
}

func (s Scope) attachments(q *gorm.Statement) {
	s.narrow(q, either(
		s.seesAHQ().of("ahqs", "attachments.response_id is null and ahqs.id = attachments.ahq_id"),
		s.seesResponse().of("responses", "responses.id = attachments.response_id and not attachments.read_in"),
		s.seesDraft().of("responses", "responses.id = attachments.response_id"),
	))
}

func (s Scope) compilations(q *gorm.Statement) {
	s.narrow(q, s.seesCompilation())
}

// prints are seen with their edition.
func (s Scope) prints(q *gorm.Statement) {
	s.narrow(q, s.seesCompilation().of("compilations", "compilations.id = compilation_id"))
}

// events of an AHQ are for those who ask, its announcements for all who see it.
// Events of a response are for its NCP, its moves also for those who ask.
func (s Scope) events(q *gorm.Statement) {
	s.narrow(q, either(
		s.asks("events.chain"),
		s.seesAHQ().of("ahqs", "ahqs.id = events.chain and events.act in ?", announced),
		s.seesDraft().of("responses", "responses.id = events.chain"),
		s.seesResponse().of("responses", "responses.id = events.chain and events.act in ?", reported),
	))
}

// ---- who sees one row

func (s Scope) seesAHQ() condition {
	return either(
		s.asks("ahqs.id"),
		s.network().and("ahqs.state <> ?", AHQDraft),
	)
}

func (s Scope) seesResponse() condition {
	return either(
		when("responses.ncp in ?", s.NCPs),
		s.asks("responses.ahq_id"),
	)
}

// seesDraft: a requester sees a draft only while they enter it for the NCP.
func (s Scope) seesDraft() condition {
	return either(
		when("responses.ncp in ?", s.NCPs),
		s.requests("responses.ahq_id").and("responses.entered"),
	)
}

func (s Scope) seesCompilation() condition {
	return either(
		when("compilations.audience = ?", Public),
		s.network(),
		s.asks("compilations.ahq_id"),
	)
}

// seesHook: of an NCP's they are its coordinators.
func (s Scope) seesHook() condition {
	return either(when("?", s.Keeps), when("hooks.ncp <> '' and hooks.ncp in ?", s.Leads))
}

// asks: they are a requester or a compiler of the AHQ whose id stands there.
func (s Scope) asks(ahq string) condition {
	return either(
		s.requests(ahq),
		when("exists (select 1 from compilers where compilers.ahq_id = "+ahq+" and compilers.person_id = ?)", s.Person),
	)
}

func (s Scope) requests(ahq string) condition {
	return when("exists (select 1 from requesters where requesters.ahq_id = "+ahq+" and requesters.ncp in ?)", s.Leads)
}

func (s Scope) network() condition {
	return when("?", s.Network)
}

// narrow lets a query see only the rows for which the condition holds.
func (s Scope) narrow(q *gorm.Statement, to condition) {
	if s.Unlimited {
		return
	}
	q.AddClause(clause.Where{Exprs: []clause.Expression{clause.Expr{SQL: "(" + to.sql + ")", Vars: to.values}}})
}

// ---- conditions

// A condition is a piece of SQL, and the values at its question marks.
type condition struct {
	sql    string
	values []any
}

func when(sql string, values ...any) condition {
	return condition{sql, values}
}

// either holds when one of them does.
func either(conditions ...condition) condition {
	var sql []string
	var values []any
	for _, c := range conditions {
		sql = append(sql, c.sql)
		values = append(values, c.values...)
	}
	return condition{"(" + strings.Join(sql, " or ") + ")", values}
}

// and holds when both do.
func (c condition) and(sql string, values ...any) condition {
	return condition{"(" + c.sql + " and " + sql + ")", append(c.values[:len(c.values):len(c.values)], values...)}
}

// of holds when it does for the row of that table which is joined so.
func (c condition) of(table, joined string, values ...any) condition {
	return condition{
		"exists (select 1 from " + table + " where " + joined + " and " + c.sql + ")",
		append(values, c.values...),
	}
}
