using System.Diagnostics;
using MediatR;
using Sendra.Domain.Common;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions.AddSuppression;

internal sealed class AddSuppressionHandler(ISuppressions suppressions) : IRequestHandler<AddSuppressionCommand, AddedSuppression>
{
    public async Task<AddedSuppression> Handle(AddSuppressionCommand request, CancellationToken cancellationToken)
    {
        var email = EmailAddress.TryParse(request.Email, out var read, out _) ? read : throw new UnreachableException();
        var added = await suppressions.AddAsync(
            new Dictionary<EmailAddress, SuppressionScope> { [email] = request.Scope ?? SuppressionScope.All }, SuppressionOrigin.Manual, cancellationToken);
        var found = await suppressions.FindAsync([email.Value], cancellationToken);

        // Somebody may have lifted it since.
        return found.TryGetValue(email.Value, out var suppression)
            ? new AddedSuppression(SuppressionResult.From(suppression), added > 0)
            : throw new ConflictException(ConflictException.ChangedMeanwhile, "Someone else lifted it at the same time.");
    }
}
