using MediatR;
using Sendra.Application.Common;

namespace Sendra.Application.Contacts.ListContacts;

/// <summary>Lists contacts.</summary>
public sealed record ListContactsQuery(ContactFilterText Filter, Paging Paging) : IRequest<Page<ContactResult>>;
