using System.Text.Json;
using MediatR;
using Sendra.Application.Common;
using Sendra.Application.Contacts;
using Sendra.Application.Contacts.EditContact;
using Sendra.Application.Contacts.EraseContact;
using Sendra.Application.Contacts.GetContact;
using Sendra.Application.Contacts.ListContacts;
using Sendra.Application.Contacts.SaveContact;
using Sendra.Application.Suppressions.AddSuppression;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Common;

/// <summary>What other products' clients do with contacts, by the same commands as the API.</summary>
internal sealed class CompatContacts(IMediator mediator)
{
    /// <summary>The contact with this address; null when there is none.</summary>
    /// <exception cref="FluentValidation.ValidationException">It is no address.</exception>
    public Task<ContactResult?> ByEmailAsync(string? email, CancellationToken cancellationToken) =>
        EmailAddress.TryParse(email, out _, out var problem) ? OneAsync(email, null, cancellationToken) : throw JsonBody.Wrong("email", problem);

    /// <summary>The contact with this id of the team's own; null when there is none.</summary>
    /// <exception cref="FluentValidation.ValidationException">It can be no such id.</exception>
    public Task<ContactResult?> ByExternalIdAsync(string? externalId, CancellationToken cancellationToken) =>
        ExternalId.TryParse(externalId, out _, out var problem) ? OneAsync(null, externalId, cancellationToken) : throw JsonBody.Wrong("externalId", problem);

    /// <summary>The contact with this id in Sendra or this address.</summary>
    /// <exception cref="NotFoundException">There is none.</exception>
    public async Task<ContactResult> ByIdOrEmailAsync(string idOrEmail, CancellationToken cancellationToken) => Guid.TryParse(idOrEmail, out var id)
        ? await mediator.Send(new GetContactQuery(new ContactId(id)), cancellationToken)
        : (EmailAddress.TryParse(idOrEmail, out _, out _) ? await OneAsync(idOrEmail, null, cancellationToken) : null) ?? throw new NotFoundException("contact");

    /// <summary>Makes a contact, or changes the one with the address.</summary>
    public Task<SaveContactResult> SaveAsync(
        string? email, string? externalId, IEnumerable<KeyValuePair<string, JsonElement>> properties, CancellationToken cancellationToken) =>
        mediator.Send(new SaveContactCommand(Written(email, externalId, properties)), cancellationToken);

    /// <summary>Changes a contact.</summary>
    public Task<ContactResult> EditAsync(
        ContactId id, string? externalId, IEnumerable<KeyValuePair<string, JsonElement>> properties, CancellationToken cancellationToken) =>
        mediator.Send(new EditContactCommand(id, Written(null, externalId, properties)), cancellationToken);

    /// <summary>Erases a contact with all that is known of it.</summary>
    public Task EraseAsync(ContactId id, CancellationToken cancellationToken) => mediator.Send(new EraseContactCommand(id), cancellationToken);

    /// <summary>Suppresses marketing to an address.</summary>
    public Task UnsubscribeAsync(string? email, CancellationToken cancellationToken) =>
        mediator.Send(new AddSuppressionCommand(email, SuppressionScope.Marketing), cancellationToken);

    private async Task<ContactResult?> OneAsync(string? email, string? externalId, CancellationToken cancellationToken) =>
        (await mediator.Send(new ListContactsQuery(new ContactFilterText(email, externalId, null, null), new Paging(1)), cancellationToken)).Items.SingleOrDefault();

    private static RawJson Written(string? email, string? externalId, IEnumerable<KeyValuePair<string, JsonElement>> properties) => JsonFields.ToObject(
    [
        .. email is null ? [] : Field("email", email),
        .. externalId is null ? [] : Field("externalId", externalId),
        .. properties.Where(property => property.Key is not ("email" or "externalId")),
    ]) ?? new RawJson("{}");

    private static KeyValuePair<string, JsonElement>[] Field(string name, string value) => [KeyValuePair.Create(name, JsonSerializer.SerializeToElement(value))];
}
