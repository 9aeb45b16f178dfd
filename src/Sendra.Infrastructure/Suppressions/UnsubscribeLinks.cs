using Sendra.Application.Common;
using Sendra.Application.Suppressions;
using Sendra.Domain.Messages;
using Sendra.Infrastructure.Erasure;

namespace Sendra.Infrastructure.Suppressions;

internal sealed class UnsubscribeLinks(AddressKeys keys, IPublicAddress address) : IUnsubscribeLinks
{
    public async ValueTask<string> UrlForAsync(
        WorkspaceId workspaceId, ContactId contactId, string email, MessageId? messageId, CancellationToken cancellationToken)
    {
        var key = await keys.OfAsync(workspaceId, cancellationToken);
        return $"{address.Url}/u/{new UnsubscribeToken(workspaceId, contactId, key.HashOf(email), messageId).Write(key)}";
    }
}
