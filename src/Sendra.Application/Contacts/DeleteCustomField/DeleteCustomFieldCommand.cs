using MediatR;

namespace Sendra.Application.Contacts.DeleteCustomField;

/// <summary>
/// Deletes a custom field. Contacts keep their values, but they are no longer shown or changed. They appear again if a field
/// with the same name and a matching type is declared.
/// </summary>
/// <param name="Name">The field's name. Case-sensitive.</param>
public sealed record DeleteCustomFieldCommand(string Name) : IRequest;
