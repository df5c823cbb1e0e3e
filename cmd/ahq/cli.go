package main

// cli is every command there is. A flag and its environment variable (AHQ_ and
// the flag's name in capitals) are the same thing.
type cli struct {
	Demo    demoCommand    `cmd:"" help:"The whole service with a small world in it, to try."`
	Serve   serveCommand   `cmd:"" help:"The service."`
	Migrate migrateCommand `cmd:"" help:"Bring the database up to date."`
	Seed    seedCommand    `cmd:"" help:"Play the small world into an empty database."`
	Check   checkCommand   `cmd:"" help:"Problems and readings of a content, as JSON."`
	Read    readCommand    `cmd:"" help:"What a document that somebody has says, as a proposal in JSON."`
	Blank   blankCommand   `cmd:"" help:"The form to fill in offline, with what the draft says."`
	Compile compileCommand `cmd:"" help:"An edition of an AHQ, written to a file."`
	Verify  verifyCommand  `cmd:"" help:"Is this file an edition as it was printed, and of what?"`
	Person  personCommand  `cmd:"" help:"People: add them, let them in."`
	Token   tokenCommand   `cmd:"" help:"Bearer tokens for the API."`
	Print   printCommand   `cmd:"" name:"print-edition" hidden:"" help:"An edition, printed for the service."`
	ReadPDF readPDFCommand `cmd:"" name:"read-pdf" hidden:"" help:"A PDF, read for the service."`
}
