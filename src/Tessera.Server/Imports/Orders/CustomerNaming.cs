using Tessera.Domain;
using Tessera.Server.Identity.Contracts;

namespace Tessera.Server.Imports.Orders;

/// <summary>By which identifier a row of a file names its customer: in the form in which calls have it, so that files and calls come to one customer.</summary>
/// <param name="kind">What kind of identifier the column <c>customer_id</c> holds.</param>
internal sealed class CustomerNaming(string kind)
{
    /// <summary>What kind of identifier the column <c>customer_id</c> holds.</summary>
    public string Kind => kind;

    /// <summary>The identifier: the customer's id, or else the e-mail address, or else the telephone number; null when none is one.</summary>
    public Identifier? Of(string customer, string email, string phone) =>
        Id(customer) ?? IdentifierValues.Normalise(IdentifierKinds.Email, email) ?? IdentifierValues.Normalise(IdentifierKinds.Phone, phone);

    // An id of the shop's own is taken as it stands.
    private Identifier? Id(string customer) => customer.Length == 0 ? null
        : kind == IdentifierKinds.UserId ? new Identifier(kind, customer)
        : IdentifierValues.Normalise(kind, customer);
}
