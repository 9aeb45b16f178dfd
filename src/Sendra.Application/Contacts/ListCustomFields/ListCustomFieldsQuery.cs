using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListCustomFields;

/// <summary>Reads a part of the declared custom fields, by name.</summary>
/// <param name="Paging">Which part.</param>
public sealed record ListCustomFieldsQuery(Paging Paging) : IRequest<Page<CustomFieldResult>>;
