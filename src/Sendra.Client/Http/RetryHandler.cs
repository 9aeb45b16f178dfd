using System.Net;
using Polly;
using Polly.Retry;
using Polly.Timeout;
using Sendra.Client.Common;

namespace Sendra.Client.Http;

/// <summary>
/// Tries a call again after 429, 503 or a broken connection, as it stands: with the same body and the same Idempotency-Key. What could be done
/// twice is tried again only when it can't have been done.
/// </summary>
internal sealed class RetryHandler : DelegatingHandler
{
    private static readonly ResiliencePropertyKey<HttpRequestMessage> Request = new("Sendra.Request");
    private static readonly TimeSpan MaxDelay = TimeSpan.FromSeconds(30);

    private readonly SendraOptions _options;
    private readonly TimeProvider _clock;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    public RetryHandler(SendraOptions options, TimeProvider clock)
    {
        (_options, _clock) = (options, clock);
        var pipeline = new ResiliencePipelineBuilder<HttpResponseMessage> { TimeProvider = clock };
        if (options.MaxRetries > 0)
        {
            pipeline.AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = options.MaxRetries,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = options.RetryDelay,
                MaxDelay = MaxDelay,
                ShouldHandle = attempt => ValueTask.FromResult(MayTryAgain(attempt.Outcome, attempt.Context.Properties.GetValue(Request, null!))),
                DelayGenerator = attempt => ValueTask.FromResult(RetryAfter(attempt.Outcome)),
                OnRetry = attempt =>
                {
                    attempt.Outcome.Result?.Dispose();
                    return default;
                },
            });
        }

        _pipeline = pipeline.AddTimeout(options.AttemptTimeout).Build();
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var context = ResilienceContextPool.Shared.Get(cancellationToken);
        try
        {
            context.Properties.Set(Request, request);
            return await _pipeline.ExecuteAsync(static (context, handler) => handler.TryAsync(context), context, this).ConfigureAwait(false);
        }
        catch (TimeoutRejectedException exception)
        {
            throw new HttpRequestException($"There was no answer within {_options.AttemptTimeout.TotalSeconds:0.#} seconds.", exception);
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    private async ValueTask<HttpResponseMessage> TryAsync(ResilienceContext context)
    {
        var request = context.Properties.GetValue(Request, null!);
        var response = await base.SendAsync(request, context.CancellationToken).ConfigureAwait(false);
        if (CallFacts.Of(request).IsStreamed && response.IsSuccessStatusCode)
        {
            return response;
        }

        try
        {
            // An answer that breaks off is none.
#if NET9_0_OR_GREATER
            await response.Content.LoadIntoBufferAsync(int.MaxValue, context.CancellationToken).ConfigureAwait(false);
#else
            await response.Content.LoadIntoBufferAsync(int.MaxValue).WaitAsync(context.CancellationToken).ConfigureAwait(false);
#endif
            return response;
        }
        catch
        {
            response.Dispose();
            throw;
        }
    }

    private bool MayTryAgain(Outcome<HttpResponseMessage> outcome, HttpRequestMessage request)
    {
        if (RetryAfter(outcome) > _options.MaxRetryAfter)
        {
            return false;
        }

        var isRepeatable = CallFacts.Of(request).IsRepeatable;
        return outcome switch
        {
            { Result.StatusCode: HttpStatusCode.TooManyRequests } => true,
            { Result.StatusCode: HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout } => isRepeatable,
            { Exception: HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError } } => true,
            { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } } => false,
            { Exception: HttpRequestException or TimeoutRejectedException } => isRepeatable,
            _ => false,
        };
    }

    private TimeSpan? RetryAfter(Outcome<HttpResponseMessage> outcome) => outcome.Result is { } response ? Problem.RetryAfter(response.Headers, _clock) : null;
}
