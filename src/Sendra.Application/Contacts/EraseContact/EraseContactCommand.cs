using MediatR;

namespace Sendra.Application.Contacts.EraseContact;

/// <summary>Erases a person with their events and enrollments (L3). May be repeated after it broke off.</summary>
/// <param name="Id">The contact.</param>
public sealed record EraseContactCommand(ContactId Id) : IRequest;
