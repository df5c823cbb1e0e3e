package document

// coverLength is how many blocks make the cover: a title that opens the
// document, and what is said of the whole below it.
func coverLength(blocks []Block) int {
	for i, b := range blocks {
		switch b := b.(type) {
		case Heading:
			if i > 0 || b.Level > 0 {
				return i
			}
		case Paragraph, List, Facts:
			if i == 0 {
				return 0
			}
		default:
			return i
		}
	}
	return len(blocks)
}
