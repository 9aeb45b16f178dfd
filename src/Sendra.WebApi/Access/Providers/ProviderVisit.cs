using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Sendra.Domain.Common;

namespace Sendra.WebApi.Access.Providers;

/// <summary>What somebody goes to a provider for. It travels encrypted in the state, and comes back with the person.</summary>
/// <param name="Id">Names it, so that it ends once.</param>
/// <param name="EndsAt">Until when it counts.</param>
/// <param name="Next">The path to go to then.</param>
/// <param name="Invitation">The token of the invitation by which they came; null for none.</param>
/// <param name="LinkTo">The account to link, if that is what it is for.</param>
internal sealed record ProviderVisit(string Id, DateTimeOffset EndsAt, string Next, string? Invitation, UserId? LinkTo)
{
    private const string IdItem = "visit";
    private const string EndsAtItem = "endsAt";
    private const string NextItem = "next";
    private const string InvitationItem = "invitation";
    private const string LinkToItem = "linkTo";

    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    /// <summary>Begins one.</summary>
    /// <param name="next">The path to go to then, as a client sent it.</param>
    public static ProviderVisit Begin(DateTimeOffset now, string? next, string? invitation = null, UserId? linkTo = null) =>
        new(SecretText.New(), now + Lifetime, SafeNext(next), invitation, linkTo);

    public static ProviderVisit From(AuthenticationProperties? properties)
    {
        var items = properties?.Items ?? new Dictionary<string, string?>();
        return new ProviderVisit(
            Item(IdItem) ?? "",
            DateTimeOffset.TryParse(Item(EndsAtItem), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var endsAt) ? endsAt : default,
            SafeNext(Item(NextItem)),
            Item(InvitationItem),
            Guid.TryParse(Item(LinkToItem), out var id) ? new UserId(id) : null);

        string? Item(string name) => items.TryGetValue(name, out var value) ? value : null;
    }

    public AuthenticationProperties ToProperties()
    {
        var properties = new AuthenticationProperties();
        properties.Items[IdItem] = Id;
        properties.Items[EndsAtItem] = EndsAt.ToString("O", CultureInfo.InvariantCulture);
        properties.Items[NextItem] = Next;
        if (Invitation is not null)
        {
            properties.Items[InvitationItem] = Invitation;
        }

        if (LinkTo is { } userId)
        {
            properties.Items[LinkToItem] = userId.ToString();
        }

        return properties;
    }

    public override string ToString() => nameof(ProviderVisit);

    // Only a path of this app: a link from elsewhere must not lead a fresh session to another site.
    private static string SafeNext(string? next) => next is ['/'] or ['/', not '/' and not '\\', ..] ? next : "/";
}
