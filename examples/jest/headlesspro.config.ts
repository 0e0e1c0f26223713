import { defineConfig } from 'headlesspro';

export default defineConfig({
  name: 'Tea shop',
  locales: ['en'],
  currencies: ['EUR'],
  channels: { web: { name: 'Web shop' } },
  productTypes: { tea: { name: 'Tea', attributes: { origin: { type: 'text', required: true } } } },
  shipping: {
    zones: {
      home: {
        name: 'Germany',
        countries: ['DE'],
        methods: { parcel: { name: 'Parcel', rates: { EUR: 490 } } },
      },
    },
  },
  payments: { stripe: {} },
  fraud: { rules: [] },
});
