using MediatR;
using Sendra.Application.Common;
using Sendra.Domain.Contacts;

namespace Sendra.Application.Contacts.DeclareCustomField;

/// <summary>Declares a contact property. Declaring it again with the same type changes nothing.</summary>
/// <param name="Type">The type of its values.</param>
public sealed record DeclareCustomFieldCommand(string? Name, CustomFieldType? Type) : IRequest<Declared<CustomFieldResult>>;
