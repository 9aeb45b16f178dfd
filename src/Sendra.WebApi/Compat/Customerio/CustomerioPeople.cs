using System.Text.Json;
using MediatR;
using Sendra.Application.Contacts;
using Sendra.Application.Suppressions.AddSuppression;
using Sendra.Application.Suppressions.LiftSuppression;
using Sendra.Domain.Common;
using Sendra.Domain.Messages;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Json;

namespace Sendra.WebApi.Compat.Customerio;

/// <summary>What Customer.io's clients do with people, whichever call says it.</summary>
internal sealed class CustomerioPeople(IMediator mediator)
{
    private readonly CompatContacts _contacts = new(mediator);

    /// <summary>Makes or changes a person.</summary>
    /// <param name="person">Who.</param>
    /// <param name="email">The address among the attributes.</param>
    /// <param name="unsubscribed">Whether the person wants no marketing.</param>
    /// <param name="attributes">All other attributes.</param>
    /// <param name="cancellationToken">Ends with the request.</param>
    public async Task<ContactResult> IdentifyAsync(
        CustomerioPerson person, string? email, JsonElement? unsubscribed, IEnumerable<KeyValuePair<string, JsonElement>> attributes, CancellationToken cancellationToken)
    {
        var properties = attributes.Select(attribute => KeyValuePair.Create(OurName(attribute.Key), attribute.Value));
        var address = person.Email ?? email;
        var known = address is null
            ? await _contacts.ByExternalIdAsync(person.ExternalId, cancellationToken) ?? throw JsonBody.Wrong("email", "is required, because no person has this id")
            : null;
        if (unsubscribed is { ValueKind: JsonValueKind.True })
        {
            await _contacts.UnsubscribeAsync(known?.Email ?? address, cancellationToken);
        }

        return known is null
            ? (await _contacts.SaveAsync(address, person.ExternalId, properties, cancellationToken)).Contact
            : await _contacts.EditAsync(known.Id, null, properties, cancellationToken);
    }

    /// <summary>Erases a person, if there is one.</summary>
    public async Task DeleteAsync(CustomerioPerson person, CancellationToken cancellationToken)
    {
        if (await FindAsync(person, cancellationToken) is { } contact)
        {
            try
            {
                await _contacts.EraseAsync(contact.Id, cancellationToken);
            }
            catch (NotFoundException)
            {
                // Somebody else was first.
            }
        }
    }

    /// <summary>Suppresses all email to a person.</summary>
    public async Task SuppressAsync(CustomerioPerson person, CancellationToken cancellationToken) =>
        await mediator.Send(new AddSuppressionCommand(await AddressOfAsync(person, cancellationToken), SuppressionScope.All), cancellationToken);

    /// <summary>Lifts what suppresses a person, if anything does, but not the person's own unsubscribe.</summary>
    public async Task UnsuppressAsync(CustomerioPerson person, CancellationToken cancellationToken)
    {
        try
        {
            await mediator.Send(new LiftSuppressionCommand(await AddressOfAsync(person, cancellationToken), KeepUnsubscribed: true), cancellationToken);
        }
        catch (NotFoundException)
        {
            // As it was wanted.
        }
    }

    private async Task<string> AddressOfAsync(CustomerioPerson person, CancellationToken cancellationToken) =>
        person.Email ?? (await FindAsync(person, cancellationToken))?.Email ?? throw JsonBody.Wrong("id", "is nobody's");

    private Task<ContactResult?> FindAsync(CustomerioPerson person, CancellationToken cancellationToken) => person.Email is { } email
        ? _contacts.ByEmailAsync(email, cancellationToken)
        : _contacts.ByExternalIdAsync(person.ExternalId, cancellationToken);

    private static string OurName(string name) => name switch
    {
        "first_name" => "firstName",
        "last_name" => "lastName",
        _ => name,
    };
}
