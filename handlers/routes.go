package handlers

import (
	"github.com/gin-gonic/gin"

	"ahq/workflow"
)

// A route is one URL we answer: who may ask, and who answers. Where the path
// names a response or an AHQ, the act is judged by what the person is to it.
type route struct {
	method, path string
	act          workflow.Act
	handle       func(*Server, *gin.Context) error
}

// Who may ask when no act decides.
const (
	public   workflow.Act = "public"    // anybody
	signedIn workflow.Act = "signed in" // somebody; what they see is their scope
)

// routes is every page we answer.
var routes = []route{
	{"GET", "/static/:version/:file", public, (*Server).static},
	{"GET", "/healthz", public, (*Server).healthz},
	{"GET", "/readyz", public, (*Server).readyz},
	{"GET", "/sign-in", public, (*Server).signInPage},
	{"POST", "/sign-in", public, (*Server).signIn},
	{"POST", "/sign-out", public, (*Server).signOut},
	{"GET", "/invitation/:secret", public, (*Server).passwordPage},
	{"POST", "/invitation/:secret", public, (*Server).choosePassword},
	{"GET", "/reset/:secret", public, (*Server).passwordPage},
	{"POST", "/reset/:secret", public, (*Server).choosePassword},
	{"GET", "/forgotten", public, (*Server).forgottenPage},
	{"POST", "/forgotten", public, (*Server).sendReset},
	{"GET", "/verify", public, (*Server).verifyPage},
	{"POST", "/verify", public, (*Server).verify},
	{"GET", "/receipt-key", public, (*Server).receiptKey},
	{"GET", "/letters/stop/:person/:letter/:signature", public, (*Server).stopPage},
	{"POST", "/letters/stop/:person/:letter/:signature", public, (*Server).stopLetters},
	{"GET", "/schema/:name", public, (*Server).schema},
	{"GET", "/calendars/:secret", public, (*Server).calendar},
	{"GET", "/", signedIn, (*Server).home},
	{"GET", "/attachments/:attachment", signedIn, (*Server).attachment},

	// the NCP's desk
	{"GET", "/responses/:response", workflow.SeeDraft, (*Server).response},
	{"GET", "/responses/:response/live", workflow.SeeDraft, (*Server).live},
	{"POST", "/responses/:response/here", workflow.SeeDraft, (*Server).visit},
	{"GET", "/responses/:response/questions", workflow.SeeDraft, (*Server).questions},
	{"POST", "/responses/:response/questions", workflow.Edit, (*Server).saveQuestions},
	{"POST", "/responses/:response/questions/cells/:question", workflow.Edit, (*Server).saveCell},
	{"GET", "/responses/:response/questions/cells/:question/history", workflow.SeeDraft, (*Server).cellHistory},
	{"POST", "/responses/:response/questions/cells/:question/restore", workflow.Edit, (*Server).restoreText},
	{"POST", "/responses/:response/records", workflow.Edit, (*Server).addRecord},
	{"GET", "/responses/:response/records/:record", workflow.SeeDraft, (*Server).record},
	{"POST", "/responses/:response/records/:record", workflow.Edit, (*Server).saveRecord},
	{"GET", "/responses/:response/records/:record/paste", workflow.Edit, (*Server).pastePage},
	{"POST", "/responses/:response/records/:record/paste", workflow.Edit, (*Server).paste},
	{"POST", "/responses/:response/records/:record/paste/take", workflow.Edit, (*Server).takePasted},
	{"POST", "/responses/:response/records/:record/cells/:question", workflow.Edit, (*Server).saveCell},
	{"GET", "/responses/:response/records/:record/cells/:question/history", workflow.SeeDraft, (*Server).cellHistory},
	{"POST", "/responses/:response/records/:record/cells/:question/restore", workflow.Edit, (*Server).restoreText},
	{"POST", "/responses/:response/records/:record/duplicate", workflow.Edit, (*Server).duplicateRecord},
	{"POST", "/responses/:response/records/:record/move", workflow.Edit, (*Server).moveRecord},
	{"POST", "/responses/:response/records/:record/delete", workflow.Edit, (*Server).deleteRecord},
	{"POST", "/responses/:response/records/:record/restore", workflow.Edit, (*Server).restoreRecord},
	{"POST", "/responses/:response/organisations", workflow.Edit, (*Server).saveOrganisations},
	{"POST", "/responses/:response/attachments", workflow.Edit, (*Server).attachToResponse},
	{"POST", "/responses/:response/attachments/:attachment/remove", workflow.Edit, (*Server).removeFromResponse},
	{"GET", "/responses/:response/draft.docx", workflow.SeeDraft, (*Server).downloadDraft},
	{"GET", "/responses/:response/check", workflow.SeeDraft, (*Server).check},
	{"POST", "/responses/:response/check/confirm", workflow.Edit, (*Server).confirm},
	{"POST", "/responses/:response/submit", workflow.Submit, (*Server).submit},
	{"GET", "/responses/:response/receipt", workflow.SeeDraft, (*Server).receipt},
	{"GET", "/responses/:response/receipt.pdf", workflow.SeeDraft, (*Server).receiptInForce},
	{"GET", "/responses/:response/versions/:number/receipt.json", signedIn, (*Server).receiptJSON},
	{"GET", "/responses/:response/versions/:number/receipt.pdf", signedIn, (*Server).receiptPDF},
	{"GET", "/responses/:response/withdraw", workflow.Withdraw, ask(workflow.Withdraw)},
	{"POST", "/responses/:response/withdraw", workflow.Withdraw, do(workflow.Withdraw)},
	{"GET", "/responses/:response/amend", workflow.Amend, ask(workflow.Amend)},
	{"POST", "/responses/:response/amend", workflow.Amend, do(workflow.Amend)},
	{"GET", "/responses/:response/decline", workflow.Decline, ask(workflow.Decline)},
	{"POST", "/responses/:response/decline", workflow.Decline, do(workflow.Decline)},
	{"GET", "/responses/:response/take-over", workflow.TakeOver, ask(workflow.TakeOver)},
	{"POST", "/responses/:response/take-over", workflow.TakeOver, do(workflow.TakeOver)},
	{"GET", "/responses/:response/history", signedIn, (*Server).responseHistory},
	{"GET", "/responses/:response/versions/:number", signedIn, (*Server).version},

	// the requester's desk
	{"GET", "/ahqs", signedIn, (*Server).ahqs},
	{"GET", "/ahqs/new", workflow.CreateAHQ, (*Server).newAHQ},
	{"POST", "/ahqs", workflow.CreateAHQ, (*Server).createAHQ},
	{"GET", "/ahqs/:ahq", signedIn, (*Server).ahq},
	{"GET", "/ahqs/:ahq/history", signedIn, (*Server).ahqHistory},
	{"GET", "/ahqs/:ahq/" + workflow.CalendarName, signedIn, (*Server).replyByFile},
	{"GET", "/ahqs/:ahq/edit", workflow.EditAHQ, (*Server).editAHQ},
	{"POST", "/ahqs/:ahq/edit", workflow.EditAHQ, (*Server).saveAHQ},
	{"GET", "/ahqs/:ahq/issue", workflow.Issue, (*Server).issuePage},
	{"POST", "/ahqs/:ahq/issue", workflow.Issue, (*Server).issue},
	{"GET", "/ahqs/:ahq/extend", workflow.Extend, (*Server).extendPage},
	{"POST", "/ahqs/:ahq/extend", workflow.Extend, (*Server).extend},
	{"GET", "/ahqs/:ahq/corrigendum", workflow.Correct, (*Server).corrigendumPage},
	{"POST", "/ahqs/:ahq/corrigendum", workflow.Correct, (*Server).correct},
	{"GET", "/ahqs/:ahq/compilers", workflow.NameCompilers, (*Server).compilersPage},
	{"POST", "/ahqs/:ahq/compilers", workflow.NameCompilers, (*Server).nameCompilers},
	{"GET", "/ahqs/:ahq/enter-for", workflow.EnterFor, (*Server).enterForPage},
	{"POST", "/ahqs/:ahq/enter-for", workflow.EnterFor, (*Server).enterFor},
	{"GET", "/ahqs/:ahq/closing", workflow.CloseOn, (*Server).closingPage},
	{"POST", "/ahqs/:ahq/closing", workflow.CloseOn, (*Server).closeOn},
	{"GET", "/ahqs/:ahq/close", workflow.Close, askTurn(workflow.Close)},
	{"POST", "/ahqs/:ahq/close", workflow.Close, doTurn(workflow.Close)},
	{"GET", "/ahqs/:ahq/reopen", workflow.Reopen, askTurn(workflow.Reopen)},
	{"POST", "/ahqs/:ahq/reopen", workflow.Reopen, doTurn(workflow.Reopen)},
	{"GET", "/ahqs/:ahq/cancel", workflow.Cancel, askTurn(workflow.Cancel)},
	{"POST", "/ahqs/:ahq/cancel", workflow.Cancel, doTurn(workflow.Cancel)},
	{"POST", "/ahqs/:ahq/respond", workflow.Respond, (*Server).respond},
	{"GET", "/ahqs/:ahq/ask", workflow.Ask, (*Server).askPage},
	{"POST", "/ahqs/:ahq/ask", workflow.Ask, (*Server).askRequester},
	{"GET", "/ahqs/:ahq/inquiries/:inquiry", workflow.AnswerInquiry, (*Server).answerPage},
	{"POST", "/ahqs/:ahq/inquiries/:inquiry", workflow.AnswerInquiry, (*Server).answerInquiry},
	{"POST", "/ahqs/:ahq/attachments", workflow.AttachToAHQ, (*Server).attachToAHQ},
	{"POST", "/ahqs/:ahq/attachments/:attachment/remove", workflow.AttachToAHQ, (*Server).removeFromAHQ},
	{"GET", "/responses/:response/return", workflow.Return, (*Server).returnPage},
	{"POST", "/responses/:response/return", workflow.Return, (*Server).returnResponse},

	// the compiler's desk; a public edition is for everybody
	{"GET", "/ahqs/:ahq/compile", workflow.Compile, (*Server).compilePage},
	{"POST", "/ahqs/:ahq/compile", workflow.Compile, (*Server).compile},
	{"GET", "/editions/:edition", signedIn, (*Server).edition},
	{"GET", "/editions/:edition/printing", signedIn, (*Server).printing},
	{"GET", "/editions/:edition/live", signedIn, (*Server).liveEdition},
	{"GET", "/ahqs/:ahq/compile/preview", workflow.Compile, (*Server).previewCompile},
	{"GET", "/editions.atom", public, (*Server).editionsFeed},
	{"GET", "/editions/:edition/file", public, (*Server).downloadEdition},
	{"GET", "/editions/:edition/preview", public, (*Server).previewEdition},
	{"GET", "/editions/:edition/download/:format", public, (*Server).downloadEdition},

	// the administrator's desk
	{"GET", "/people", workflow.ManagePeople, (*Server).people},
	{"GET", "/people/new", workflow.ManagePeople, (*Server).invitePage},
	{"POST", "/people", workflow.ManagePeople, (*Server).invite},
	{"GET", "/people/:person", workflow.ManagePeople, (*Server).personPage},
	{"POST", "/people/:person/memberships", workflow.ManagePeople, (*Server).setMemberships},
	{"POST", "/people/:person/block", workflow.ManagePeople, (*Server).blockPerson},
	{"GET", "/participants", workflow.ManageParticipants, (*Server).participants},
	{"GET", "/participants/new", workflow.ManageParticipants, (*Server).newParticipant},
	{"POST", "/participants", workflow.ManageParticipants, (*Server).addParticipant},
	{"GET", "/participants/:ncp", workflow.ManageParticipants, (*Server).participant},
	{"POST", "/participants/:ncp", workflow.ManageParticipants, (*Server).changeParticipant},
	{"GET", "/settings", workflow.ManageSettings, (*Server).settings},
	{"POST", "/settings/:setting", workflow.ManageSettings, (*Server).changeSetting},
	{"GET", jobsAt + "/*page", workflow.LookAfterJobs, (*Server).jobs},
	{"POST", jobsAt + "/*page", workflow.LookAfterJobs, (*Server).jobs},
	{"PUT", jobsAt + "/*page", workflow.LookAfterJobs, (*Server).jobs},
	{"PATCH", jobsAt + "/*page", workflow.LookAfterJobs, (*Server).jobs},
	{"GET", "/outbox", workflow.ReadOutbox, (*Server).outbox},
	{"POST", "/outbox/:message/send", workflow.SendAgain, (*Server).sendAgain},

	// other systems that are told: of administrators, and of coordinators for their NCP
	{"GET", "/hooks", workflow.KeepHooks, (*Server).hooks},
	{"GET", "/hooks/new", workflow.KeepHooks, (*Server).newHook},
	{"POST", "/hooks", workflow.KeepHooks, (*Server).createHook},
	{"GET", "/hooks/:hook", workflow.KeepHooks, (*Server).hook},
	{"GET", "/hooks/:hook/edit", workflow.KeepHooks, (*Server).editHook},
	{"POST", "/hooks/:hook/edit", workflow.KeepHooks, (*Server).changeHook},
	{"POST", "/hooks/:hook/test", workflow.KeepHooks, (*Server).testHook},
	{"POST", "/hooks/:hook/rotate", workflow.KeepHooks, (*Server).rotateHook},
	{"POST", "/hooks/:hook/switch", workflow.KeepHooks, (*Server).switchHook},
	{"POST", "/hooks/:hook/deliveries/:delivery/again", workflow.KeepHooks, (*Server).deliverAgain},

	// everybody's own
	{"GET", "/letters", signedIn, (*Server).letters},
	{"POST", "/letters", signedIn, (*Server).chooseLetters},
	{"GET", "/calendars", signedIn, (*Server).calendarsPage},
	{"POST", "/calendars", signedIn, (*Server).makeCalendar},
	{"POST", "/calendars/:calendar/revoke", signedIn, (*Server).revokeCalendar},
	{"GET", "/tokens", signedIn, (*Server).tokens},
	{"POST", "/tokens", signedIn, (*Server).createToken},
	{"POST", "/tokens/:token/revoke", signedIn, (*Server).revokeToken},
}
