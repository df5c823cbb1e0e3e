package models

import (
	"fmt"
	"strings"

	"gorm.io/gorm"
)

// A wordIndex is how a database finds entries by their words. Stems are letters
// and digits, so that none has a meaning in a query.
type wordIndex struct {
	keep   func(db *gorm.DB, to Audience, number int64, of indexed) error
	forget func(db *gorm.DB, to Audience, number int64) error
	find   func(to Audience, stems []string, all bool) ranking
	often  func(db *gorm.DB, to Audience, stems []string) (map[string]int, error)
	holds  string // the function that says where in a text another begins
}

// indexed are the stems of an entry, by where they stand.
type indexed struct {
	topic, questions, background, answers []string
}

// A ranking is how high entries rank. Hits are a query for those with the words, made
// first, whose number and place are joined.
type ranking struct {
	hits, rank condition
}

// ---- SQLite

var sqliteWords = wordIndex{keep: keepFTS5, forget: forgetFTS5, find: findFTS5, often: oftenFTS5, holds: "instr"}

func keepFTS5(db *gorm.DB, to Audience, number int64, of indexed) error {
	text := func(stems []string) string { return strings.Join(stems, " ") }
	return db.Exec("insert into words_"+string(to)+" (rowid, topic, questions, background, answers) values (?, ?, ?, ?, ?)",
		number, text(of.topic), text(of.questions), text(of.background), text(of.answers)).Error
}

func forgetFTS5(db *gorm.DB, to Audience, number int64) error {
	return db.Exec("delete from words_"+string(to)+" where rowid = ?", number).Error
}

func findFTS5(to Audience, stems []string, all bool) ranking {
	between := " OR "
	if all {
		between = " AND "
	}
	return ranking{
		hits: when(strings.ReplaceAll("select rowid as number, -bm25(WORDS, 10.0, 5.0, 2.0, 1.0) as place from WORDS where WORDS match ?",
			"WORDS", "words_"+string(to)), quoted(stems, `"`, between)),
		rank: when("hits.place"),
	}
}

func oftenFTS5(db *gorm.DB, to Audience, stems []string) (map[string]int, error) {
	return counted(db.Raw("select term as stem, doc as entries from stems_"+string(to)+" where term in ?", stems))
}

// ---- PostgreSQL

var postgresWords = wordIndex{keep: keepTSVector, forget: func(*gorm.DB, Audience, int64) error { return nil }, find: findTSQuery, often: oftenTSQuery, holds: "strpos"}

func keepTSVector(db *gorm.DB, _ Audience, number int64, of indexed) error {
	var head, words strings.Builder
	for _, part := range []struct {
		place string // with its weight
		stems []string
	}{{"1A", of.topic}, {"2B", of.questions}, {"3C", of.background}} {
		for _, stem := range part.stems {
			fmt.Fprintf(&head, "'%s':%s ", stem, part.place)
			fmt.Fprintf(&words, "'%s' ", stem)
		}
	}
	words.WriteString(quoted(of.answers, "'", " "))
	return db.Exec("update entries set head = ?::tsvector, words = ?::tsvector where number = ?", head.String(), words.String(), number).Error
}

func findTSQuery(to Audience, stems []string, all bool) ranking {
	between := " | "
	if all {
		between = " & "
	}
	return ranking{
		hits: when("select number, ts_rank(array[0.1, 0.2, 0.5, 1.0]::real[], head, ?::tsquery) as place from entries where audience = ? and words @@ ?::tsquery",
			quoted(stems, "'", " | "), to, quoted(stems, "'", between)),
		rank: when("hits.place"),
	}
}

// oftenTSQuery counts up to a hundred: what more entries have is common.
func oftenTSQuery(db *gorm.DB, to Audience, stems []string) (map[string]int, error) {
	return counted(db.Raw(`select stem, (select count(*) from (
			select from entries where audience = ? and words @@ ('''' || stem || '''')::tsquery limit 100) as counted) as entries
		from unnest(string_to_array(?, ' ')) as stem`, to, strings.Join(stems, " ")))
}

// ----

// quoted are stems in signs, with something between them.
func quoted(stems []string, sign, between string) string {
	all := make([]string, len(stems))
	for i, stem := range stems {
		all[i] = sign + stem + sign
	}
	return strings.Join(all, between)
}

func counted(q *gorm.DB) (map[string]int, error) {
	var rows []struct {
		Stem    string
		Entries int
	}
	err := q.Scan(&rows).Error
	often := make(map[string]int, len(rows))
	for _, r := range rows {
		often[r.Stem] = r.Entries
	}
	return often, err
}
