package models

import (
	"cmp"
	"context"
	"slices"

	"gorm.io/gorm"

	"ahq/forms"
)

// How earlier AHQs are looked for: with how many of the rarest words, and how
// many of those found are looked at more closely.
const (
	rarestWords = 10
	lookedAt    = 40
)

// EarlierOnTheSame are AHQs of the scope that ask about the same thing as a topic
// and questions do, the nearest first, other than the one given. What stands in
// topics and questions counts; answers only help to find.
func (r reader) EarlierOnTheSame(ctx context.Context, in Scope, than AHQID, topic, questions string, limit int) ([]FoundEntry, error) {
	of := aboutOf(topic, questions)
	rare, err := r.rarest(ctx, in.audience(), of.stems())
	if err != nil || len(rare) == 0 {
		return nil, err
	}
	all, err := r.found(ctx, in, r.words.find(in.audience(), rare, false), []condition{when("entries.ahq_id <> ?", than)}, lookedAt, 0)
	if err != nil {
		return nil, err
	}
	if all, err = r.near(ctx, of, all); err != nil {
		return nil, err
	}
	all = all[:min(limit, len(all))]
	return all, r.excerpts(ctx, all, of.topic)
}

// near are the entries that are about the same thing, the nearest first.
func (r reader) near(ctx context.Context, of about, all []FoundEntry) ([]FoundEntry, error) {
	if len(all) == 0 {
		return nil, nil
	}
	numbers, at := numbered(all)
	asked, err := gorm.G[EntryTexts](r.db).Select("entry, questions").Where("entry in ?", numbers).Find(ctx)
	shared := map[int64]int{}
	for _, e := range asked {
		shared[e.Entry] = of.shared(aboutOf(all[at[e.Entry]].Topic, e.Questions))
	}
	all = slices.DeleteFunc(all, func(e FoundEntry) bool { return shared[e.Number] == 0 })
	slices.SortStableFunc(all, func(a, b FoundEntry) int { return cmp.Compare(shared[b.Number], shared[a.Number]) })
	return all, err
}

// rarest are the stems that the fewest entries have, of those that any has.
func (r reader) rarest(ctx context.Context, to Audience, stems []string) ([]string, error) {
	if len(stems) == 0 {
		return nil, nil
	}
	often, err := r.words.often(r.db.WithContext(ctx), to, stems)
	stems = slices.DeleteFunc(stems, func(stem string) bool { return often[stem] == 0 })
	slices.SortStableFunc(stems, func(a, b string) int { return cmp.Compare(often[a], often[b]) })
	return stems[:min(rarestWords, len(stems))], err
}

// about is what a topic and questions are about: their stems, but for those that
// say nothing.
type about struct {
	topic, questions []string
}

func aboutOf(topic, questions string) about {
	return about{saying(topic), saying(questions)}
}

func saying(text string) []string {
	var stems []string
	for term := range forms.Terms(text) {
		if !forms.Common(term.Stem) && !slices.Contains(stems, term.Stem) && len(stems) < mostWords {
			stems = append(stems, term.Stem)
		}
	}
	return stems
}

// stems are all of them, each once.
func (a about) stems() []string {
	all := slices.Clone(a.topic)
	for _, stem := range a.questions {
		if !slices.Contains(all, stem) {
			all = append(all, stem)
		}
	}
	return all
}

// shared says how near two are: a word that both topics have counts most. It is 0
// where they have too little in common: half of a topic, or as much in questions.
func (a about) shared(b about) (points int) {
	const inTopics, inTopicAndQuestions, inQuestions, enough = 6, 3, 1, 6
	for _, stem := range a.stems() {
		here, there := slices.Contains(a.topic, stem), slices.Contains(b.topic, stem)
		switch asked := slices.Contains(b.questions, stem); {
		case here && there:
			points += inTopics
		case here && asked, there:
			points += inTopicAndQuestions
		case asked:
			points += inQuestions
		}
	}
	if points < enough || 2*points < inTopics*len(a.topic) && points < 2*enough {
		return 0
	}
	return points
}
