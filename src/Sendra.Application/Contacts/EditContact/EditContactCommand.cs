using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts.EditContact;

/// <summary>Changes a contact.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Contact">A JSON object with what changes; see <see cref="WrittenContact"/>.</param>
public sealed record EditContactCommand(ContactId Id, RawJson Contact) : IRequest<ContactResult>;
