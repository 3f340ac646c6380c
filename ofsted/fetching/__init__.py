"""From Ofsted's site to a folder of reports: asked for politely, understood or refused, written whole."""
