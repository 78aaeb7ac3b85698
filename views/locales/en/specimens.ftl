specimen-design = Design system
specimen-type = Type
specimen-colours = Colours
specimen-forms = Forms
specimen-tags = Tags and notes
specimen-reasons = Reasons and gaps
specimen-fits = Why it fits
specimen-missing = What is missing
