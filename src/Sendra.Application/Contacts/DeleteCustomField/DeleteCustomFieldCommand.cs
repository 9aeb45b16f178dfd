using MediatR;

namespace Sendra.Application.Contacts.DeleteCustomField;

/// <summary>
/// Takes a declaration back. Contacts keep their values, which are no longer shown or changed; they show again when a
/// field of that name and a type that fits them is declared.
/// </summary>
/// <param name="Name">The field's name; case counts.</param>
public sealed record DeleteCustomFieldCommand(string Name) : IRequest;
