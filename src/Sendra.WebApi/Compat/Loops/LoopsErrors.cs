using System.Globalization;
using Sendra.WebApi.Compat.Common;
using Sendra.WebApi.Contracts;
using Sendra.WebApi.Errors;
using Sendra.WebApi.RateLimits;

namespace Sendra.WebApi.Compat.Loops;

internal sealed class LoopsErrors(RateLimitSettings limits) : IErrorForm
{
    public PathString Path => LoopsController.Path;

    public Type Body => typeof(LoopsError);

    public object Write(Problem problem, HttpResponse response)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            return new LoopsKeyError("Invalid API key");
        }

        if (problem.Status == StatusCodes.Status429TooManyRequests)
        {
            // Its client puts the limit into the error that it throws.
            response.Headers["x-ratelimit-limit"] = PerSecond().ToString(CultureInfo.InvariantCulture);
            response.Headers["x-ratelimit-remaining"] = "0";
        }

        if (problem.Code is "idempotencyKeyReused" or SchemaViolated)
        {
            response.StatusCode = problem.Code == SchemaViolated ? StatusCodes.Status400BadRequest : StatusCodes.Status409Conflict;
        }

        return new LoopsError(problem.Words(("externalId", "userId")));
    }

    private const string SchemaViolated = Domain.EventPatterns.SchemaViolation.Code;

    private int PerSecond() => ((int[])[limits.KeyCallsPerSecond, limits.WorkspaceSendsPerSecond]).Where(limit => limit > 0).DefaultIfEmpty(1).Min();
}
