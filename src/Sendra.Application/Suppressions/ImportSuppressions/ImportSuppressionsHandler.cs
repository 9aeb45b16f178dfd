using System.Diagnostics.CodeAnalysis;
using MediatR;
using Sendra.Domain.Contacts;
using Sendra.Domain.Messages;

namespace Sendra.Application.Suppressions.ImportSuppressions;

internal sealed class ImportSuppressionsHandler(ISuppressions suppressions) : IRequestHandler<ImportSuppressionsCommand, ImportResult>
{
    public async Task<ImportResult> Handle(ImportSuppressionsCommand request, CancellationToken cancellationToken)
    {
        var addresses = new Dictionary<EmailAddress, SuppressionScope>();
        var refused = new List<RefusedLine>();
        foreach (var line in request.Lines)
        {
            if (TryRead(line, request.Scope ?? SuppressionScope.All, out var email, out var scope, out var problem))
            {
                addresses[email] = addresses.TryGetValue(email, out var other) && other > scope ? other : scope;
            }
            else
            {
                refused.Add(new RefusedLine(line.Line, problem));
            }
        }

        var added = await suppressions.AddAsync(addresses, SuppressionOrigin.Import, cancellationToken);
        return new ImportResult(
            added,
            request.Lines.Count - refused.Count - added,
            refused.Count,
            [.. refused.Take(ImportSuppressionsCommand.MaxErrors)]);
    }

    private static bool TryRead(
        ImportedLine line,
        SuppressionScope whole,
        [NotNullWhen(true)] out EmailAddress? email,
        out SuppressionScope scope,
        [NotNullWhen(false)] out string? problem)
    {
        scope = whole;
        if (!EmailAddress.TryParse(line.Email, out email, out var wrong))
        {
            problem = $"email {wrong}.";
            return false;
        }

        var isScope = string.IsNullOrWhiteSpace(line.Scope) || TryReadScope(line.Scope.Trim(), out scope);
        problem = isScope ? null : "scope must be marketing or all.";
        return isScope;
    }

    private static bool TryReadScope(string text, out SuppressionScope scope)
    {
        scope = text.Equals("all", StringComparison.OrdinalIgnoreCase) ? SuppressionScope.All : SuppressionScope.Marketing;
        return scope == SuppressionScope.All || text.Equals("marketing", StringComparison.OrdinalIgnoreCase);
    }
}
