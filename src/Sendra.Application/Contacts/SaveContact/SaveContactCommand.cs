using MediatR;
using Sendra.Domain.Common;

namespace Sendra.Application.Contacts.SaveContact;

/// <summary>Makes a contact, or changes the one that has the email.</summary>
/// <param name="Contact">A JSON object; see <see cref="WrittenContact"/>.</param>
public sealed record SaveContactCommand(RawJson Contact) : IRequest<SaveContactResult>;
