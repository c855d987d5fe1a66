# Longitude's API, worker and maintenance commands: one image, the command says which. See docs/operations.md.
# Pinned by version; the digest is left out as no registry of images could be asked where this was written: add yours.
FROM node:24.21.0-bookworm-slim AS built
WORKDIR /longitude
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev
COPY . .
RUN node --import tsx local/make-bundle.ts && mv .local/bundle/*.js workflows.js && rm -r .local

FROM node:24.21.0-bookworm-slim
WORKDIR /longitude
COPY --from=built /longitude .
RUN install -d -o node -g node -m 700 /documents
ENV NODE_ENV=production TZ=UTC WORKFLOW_BUNDLE=/longitude/workflows.js
USER node
CMD ["node", "--import", "tsx", "api/main.ts"]
