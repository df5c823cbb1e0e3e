package document

// pdfPageNumbers knows on which page of the document a stream is.
type pdfPageNumbers struct {
	roots    []int
	kids     map[int][]int // of nodes of the tree of pages
	contents map[int][]int // of pages
	of       map[int]int
}

func (p *pdfPageNumbers) learn(o pdfObject) {
	if p.kids == nil {
		p.kids, p.contents, p.of = map[int][]int{}, map[int][]int{}, map[int]int{}
	}
	switch kind := o.tokens.after("Type"); {
	case kind.is("Pages"):
		p.kids[o.number] = o.tokens.refs("Kids")
		if len(o.tokens.refs("Parent")) == 0 {
			p.roots = append(p.roots, o.number)
		}
	case kind.is("Page"):
		p.contents[o.number] = o.tokens.refs("Contents")
	}
}

// settle numbers the pages as they are seen; those that are not seen come last.
func (p *pdfPageNumbers) settle() {
	numbers := map[int]int{}
	var walk func(node, depth int)
	walk = func(node, depth int) {
		if _, isPage := p.contents[node]; isPage && numbers[node] == 0 {
			numbers[node] = len(numbers) + 1
		}
		for _, kid := range p.kids[node] {
			if depth < mostDeep {
				walk(kid, depth+1)
			}
		}
		delete(p.kids, node) // once is enough, also in a tree that is a circle
	}
	for _, root := range p.roots {
		walk(root, 0)
	}
	for page, streams := range p.contents {
		if numbers[page] == 0 {
			numbers[page] = len(p.contents)
		}
		for _, stream := range streams {
			p.of[stream] = numbers[page]
		}
	}
}

// mostDeep bounds the tree of pages.
const mostDeep = 16
