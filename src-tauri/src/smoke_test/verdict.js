// True once the verdict is that the customer holds the phone.
document.querySelector("[data-verdict=verified]") !== null;
