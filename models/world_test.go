package models_test

import (
	"context"
	"testing"
	"time"

	"ahq/forms"
	"ahq/models"
)

// at is the instant at which these tests stand still.
var at = time.Date(2017, 1, 19, 9, 0, 0, 123456000, time.UTC)

// do runs acts in one transaction, each of which has to succeed.
func do(t testing.TB, store *models.Store, acts ...func(context.Context, *models.Tx) error) {
	t.Helper()
	err := store.Tx(t.Context(), func(tx *models.Tx) error {
		for _, act := range acts {
			if err := act(t.Context(), tx); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// must gives back what was read.
func must[T any](t testing.TB) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// all sees everything.
var all = models.Scope{Unlimited: true}

// the ids in the world of these tests
const (
	query    models.AHQID         = "query"    // Norway's, open
	unissued models.AHQID         = "unissued" // Norway's, a draft
	belgian  models.ResponseID    = "belgian"  // delivered once
	french   models.ResponseID    = "french"   // delivered once, not to be disseminated
	swedish  models.ResponseID    = "swedish"  // a draft that Norway enters
	internal models.CompilationID = "internal"
	public   models.CompilationID = "public"
	office   models.PersonID      = "office"   // whoever does what these tests need done
	outsider models.PersonID      = "outsider" // of no NCP, named to compile
)

// plant makes a small world: Norway asks, Belgium, France and Sweden answer.
func plant(t testing.TB, store *models.Store) {
	t.Helper()
	do(t, store, participants, queries, responses, contents, deliveries, surroundings)
}

func participants(ctx context.Context, tx *models.Tx) error {
	for code, name := range map[string]string{"BE": "Belgium", "FR": "France", "NO": "Norway", "SE": "Sweden"} {
		if err := tx.CreateNCP(ctx, &models.NCP{Code: code, Name: name, Role: models.Member}); err != nil {
			return err
		}
	}
	for _, id := range []models.PersonID{office, outsider} {
		if err := tx.CreatePerson(ctx, &models.Person{ID: id, Email: string(id) + "@example.org", Name: string(id), CreatedAt: at}); err != nil {
			return err
		}
	}
	return nil
}

func anAHQ(id models.AHQID, state models.AHQState) *models.AHQ {
	return &models.AHQ{
		ID: id, Topic: "campaigns", Addressing: models.All, ReplyBy: "2017-01-23",
		Dissemination: models.OpenDissemination, State: state, CreatedAt: at,
		Requesters: []models.Requester{{NCP: "NO", Lead: true}}, Compilers: []models.PersonID{outsider},
	}
}

func queries(ctx context.Context, tx *models.Tx) error {
	if err := tx.CreateAHQ(ctx, anAHQ(unissued, models.AHQDraft)); err != nil {
		return err
	}
	return tx.CreateAHQ(ctx, anAHQ(query, models.Open))
}

func responses(ctx context.Context, tx *models.Tx) error {
	for _, r := range []models.Response{
		{ID: belgian, NCP: "BE", State: models.Submitted, Delivered: 1, InForce: 1, Wider: models.WiderYes},
		{ID: french, NCP: "FR", State: models.Submitted, Delivered: 1, InForce: 1, Wider: models.WiderNo},
		{ID: swedish, NCP: "SE", State: models.Draft, Entered: true},
	} {
		r.AHQID = query
		if err := tx.CreateResponse(ctx, &r); err != nil {
			return err
		}
	}
	return nil
}

func contents(ctx context.Context, tx *models.Tx) error {
	for _, id := range []models.ResponseID{belgian, french, swedish} {
		cell := models.Cell{ResponseID: id, RecordID: "r1", Question: "title", Text: "a title"}
		text := models.CellText{ResponseID: id, RecordID: "r1", Question: "title", Number: 1,
			Answer: forms.Answer{Text: "a title"}, BeganAt: at, At: at, ByID: office}
		for _, err := range []error{
			tx.CreateRecord(ctx, &models.Record{ResponseID: id, ID: "r1", Position: 1}),
			tx.SaveCell(ctx, &cell),
			tx.KeepText(ctx, text),
		} {
			if err != nil {
				return err
			}
		}
	}
	return nil
}

func deliveries(ctx context.Context, tx *models.Tx) error {
	for _, v := range []models.Version{
		{ResponseID: belgian, Wider: true, Content: forms.Content{NCP: "BE"}},
		{ResponseID: french, Wider: false, Content: forms.Content{NCP: "FR"}},
	} {
		v.Number, v.Hash, v.SubmittedAt, v.SubmittedBy = 1, "hash of "+string(v.ResponseID), at, office
		if err := tx.CreateVersion(ctx, v); err != nil {
			return err
		}
	}
	for _, c := range []models.Compilation{
		{ID: internal, Audience: models.Internal, Versions: []models.CompiledVersion{
			{ResponseID: belgian, Number: 1}, {ResponseID: french, Number: 1}}},
		{ID: public, Audience: models.Public, Versions: []models.CompiledVersion{
			{ResponseID: belgian, Number: 1}, {ResponseID: french, Number: 1, Withheld: true}}},
	} {
		c.AHQID, c.Number, c.MadeAt, c.MadeBy, c.Hash = query, 1, at, office, "same"
		if err := tx.CreateCompilation(ctx, c); err != nil {
			return err
		}
	}
	return nil
}

// surroundings are what stands around the AHQ and around Belgium's response.
func surroundings(ctx context.Context, tx *models.Tx) error {
	ofBelgium, ofSweden := belgian, swedish
	for _, err := range []error{
		tx.CreateAddressees(ctx, []models.Addressee{{AHQID: query, NCP: "BE", Name: "Belgium", Role: models.Member, Asked: true}}),
		tx.CreateCorrigendum(ctx, models.Corrigendum{AHQID: query, Number: 1, At: at, ByID: office, Why: "a slip"}),
		tx.CreateInquiry(ctx, models.Inquiry{ID: "inquiry", AHQID: query, NCP: "BE", Question: "since when?", AskedAt: at}),
		tx.CreateAttachment(ctx, models.Attachment{ID: "annex", AHQID: query, Name: "annex.pdf", At: at, ByID: office}),
		tx.CreateAttachment(ctx, models.Attachment{ID: "poster", AHQID: query, ResponseID: &ofBelgium, Name: "poster.pdf", At: at, ByID: office}),
		tx.CreateUpload(ctx, models.Upload{ID: "upload", ResponseID: belgian, ByID: office, At: at, Name: "answers.pdf", Raw: []byte("%PDF-")}),
		tx.CreateAttachment(ctx, models.Attachment{ID: "form", AHQID: query, ResponseID: &ofBelgium, Name: "form.docx", At: at, ByID: office, ReadIn: true}),
		tx.CreateAttachment(ctx, models.Attachment{ID: "mailed", AHQID: query, ResponseID: &ofSweden, Name: "mailed.docx", At: at, ByID: office, ReadIn: true}),
	} {
		if err != nil {
			return err
		}
	}
	issued := models.Reminder{ID: "issued", AHQID: query, NCP: "BE", Step: "issued", About: "2017-01-23", Fate: models.Sent, At: at}
	if _, err := tx.CreateReminders(ctx, []models.Reminder{issued}); err != nil {
		return err
	}
	thread := models.Thread{ID: "thread", ResponseID: belgian, Number: 1, RecordID: "r1", Question: "title", BeganAt: at}
	if err := tx.CreateThread(ctx, &thread); err != nil {
		return err
	}
	asked := models.Saying{ThreadID: "thread", Number: 1, Side: models.AskerSide, Text: "since when?", At: at, ByID: office, ByName: "office"}
	if err := tx.CreateSaying(ctx, asked); err != nil {
		return err
	}
	for _, e := range []models.Event{
		{Chain: string(query), Act: "create-ahq"}, {Chain: string(query), Act: "issue"},
		{Chain: string(belgian), Act: "save"}, {Chain: string(belgian), Act: "submit"},
		{Chain: string(swedish), Act: "save"},
	} {
		e.At, e.ByID, e.ByName = at, office, "office"
		if _, err := tx.AppendEvent(ctx, e); err != nil {
			return err
		}
	}
	return nil
}
