//! Sinch, as its HTTP interfaces really behave: the only place of the product that speaks HTTP.
//! Which product carries a channel is the desk's business.
