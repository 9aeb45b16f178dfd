using MediatR;

namespace Sendra.Application.Contacts.GetContact;

/// <summary>Reads one contact.</summary>
/// <param name="Id">The contact.</param>
public sealed record GetContactQuery(ContactId Id) : IRequest<ContactResult>;
