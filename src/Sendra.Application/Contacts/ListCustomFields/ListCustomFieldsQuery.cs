using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListCustomFields;

/// <summary>Lists the declared custom fields by name.</summary>
public sealed record ListCustomFieldsQuery(Paging Paging) : IRequest<Page<CustomFieldResult>>;
