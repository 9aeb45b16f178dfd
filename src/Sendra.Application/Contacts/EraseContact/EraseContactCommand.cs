using MediatR;

namespace Sendra.Application.Contacts.EraseContact;

/// <summary>Erases a person with their events and enrollments (L3). If it breaks off, it can be repeated.</summary>
public sealed record EraseContactCommand(ContactId Id) : IRequest;
