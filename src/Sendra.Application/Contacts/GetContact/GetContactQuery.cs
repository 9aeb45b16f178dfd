using MediatR;

namespace Sendra.Application.Contacts.GetContact;

/// <summary>Reads one contact.</summary>
public sealed record GetContactQuery(ContactId Id) : IRequest<ContactResult>;
