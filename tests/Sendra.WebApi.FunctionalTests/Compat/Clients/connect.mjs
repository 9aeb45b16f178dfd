// How each client is pointed at another server: a URL and a key, nothing else.

/** @returns {Promise<object>} a product's client */
export async function connect(product, url, key) {
  switch (product) {
    case 'resend': {
      process.env.RESEND_BASE_URL = `${url}/compat/resend`;
      const { Resend } = await import('resend');
      return new Resend(key);
    }
    case 'loops': {
      const { LoopsClient } = await import('loops');
      const client = new LoopsClient(key);
      client.apiRoot = `${url}/compat/loops/api/`;
      return client;
    }
    case 'customerio': {
      const { TrackClient } = await import('customerio-node');
      return new TrackClient('any-site', key, { url: `${url}/compat/customerio/api/v1` });
    }
    case 'plunk': {
      const { default: module } = await import('@plunk/node');
      return new (module.default ?? module)(key, { baseUrl: `${url}/compat/plunk/api/v1/` });
    }
    case 'segment': {
      const { Analytics } = await import('@segment/analytics-node');
      const analytics = new Analytics({ writeKey: key, host: url, path: '/compat/segment/v1/batch', flushInterval: 200, maxRetries: 3 });
      // A call returns before anything is sent: what came of it is told by the callback.
      const call = (name) => (message) => new Promise((resolve, reject) => {
        analytics[name](message, (error) => (error ? reject(error.reason ?? error) : resolve('sent')));
        analytics.flush();
      });
      return Object.fromEntries(['track', 'identify', 'page', 'screen', 'group', 'alias'].map((name) => [name, call(name)]));
    }
    case 'pipelines': {
      const { PipelinesClient } = await import('customerio-node');
      return new PipelinesClient(key, { url: `${url}/compat/segment/v1` });
    }
    default:
      throw new Error(`No client of ${product}.`);
  }
}
